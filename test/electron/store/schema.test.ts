import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWritable } from '#electron/store/driver'
import { migrate } from '#electron/store/migrate'
import { migrations } from '#electron/store/migrations/index'
import { aFolder } from '#test/support/a-vault'

test('docs/schema.sql shows what the migrations make, so that a reader sees the shape at once', async () => {
  const db = openWritable(join(aFolder(), 'data.db'), randomBytes(32), true)
  migrate(db, migrations)
  const made = db
    .prepare(
      'SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY tbl_name, type DESC, name',
    )
    .pluck()
    .all() as string[]
  db.close()
  const text = made.map(
    (sql) => `${sql.replace(/\s+/g, ' ').replace(/\( | \)/g, (c) => c.trim())};`,
  )
  await expect(`${text.join('\n')}\n`).toMatchFileSnapshot('../../../docs/schema.sql')
})
