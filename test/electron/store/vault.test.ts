import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { createVault, type NewVault } from '#electron/store/create-vault'
import { openVault } from '#electron/store/vault'
import { aUnit, occasion } from '#test/support/a-journal'
import {
  admin,
  aFolder,
  aVault,
  password,
  seededRandom,
  type ClosedVault,
} from '#test/support/a-vault'

const above = aFolder()
const place = (): string => join(mkdtempSync(join(above, 'new-')), 'vault')
const wanted = (folder: string): NewVault => ({
  folder,
  org: '学校',
  demo: false,
  admin: { id: 'user-1', name: admin, password },
  random: seededRandom(folder),
  occasion,
  changes: [aUnit('u1', '一中')],
})

const opening = { derivers: [], onCommit: () => undefined }
const open = (folder: string, login: { user: string; password: string }) =>
  openVault(folder, login, opening)

describe('createVault', () => {
  test('makes folder, file and database where nothing was, readable by this user alone', async () => {
    const folder = place()
    const created = await createVault(wanted(folder))
    expect(created.ok && created.value.recoveryKey).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){6}$/)
    expect(readdirSync(folder).toSorted()).toEqual([
      ...['backups', 'blobs', 'data.db', 'outbox', 'vault.json'],
    ])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'vault.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, '..'))).toEqual(['vault'])
  })

  test('the first records are in it from its first moment, in the journal too', async () => {
    const folder = place()
    await createVault(wanted(folder))
    const opened = await open(folder, { user: '', password })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const { vault } = opened.value
    expect(vault.db.prepare('SELECT name FROM unit').pluck().all()).toEqual(['一中'])
    expect(vault.check()).toMatchObject({ integrity: 'ok', journal: { entries: 2, chainOk: true } })
    vault.close()
  })

  test('takes an empty folder, and no other', async () => {
    const [empty, full] = [place(), place()]
    mkdirSync(empty)
    mkdirSync(full)
    writeFileSync(join(full, 'letter.txt'), 'x')
    expect((await createVault(wanted(empty))).ok).toBe(true)
    expect(await createVault(wanted(full))).toMatchObject({
      refusal: { code: 'folder-not-empty', params: { folder: full } },
    })
    expect(readdirSync(full)).toEqual(['letter.txt'])
  })

  test('a vault that is there already stays as it is', async () => {
    const folder = place()
    await createVault(wanted(folder))
    const before = readdirSync(folder).map((file) => statSync(join(folder, file)).mtimeMs)
    expect(await createVault(wanted(folder))).toMatchObject({ refusal: { code: 'vault-exists' } })
    expect(readdirSync(folder).map((file) => statSync(join(folder, file)).mtimeMs)).toEqual(before)
  })

  test('what fails half-way leaves nothing behind', async () => {
    const folder = place()
    const wrong = { table: 'session', id: 's', fields: { project_id: 'none' } } as const
    await expect(createVault({ ...wanted(folder), changes: [wrong] })).rejects.toThrow(
      'FOREIGN KEY',
    )
    expect(readdirSync(join(folder, '..'))).toEqual([])
  })

  test('two vaults have nothing secret in common', async () => {
    const [a, b] = [await aVault('one'), await aVault('two')]
    expect(a.recoveryKey).not.toBe(b.recoveryKey)
    expect(a.replicaKey).not.toEqual(b.replicaKey)
  })
})

describe('openVault', () => {
  let closed: ClosedVault

  beforeAll(async () => {
    closed = await aVault('open')
  })

  test.each([
    ['the name', { user: admin, password }],
    ['the id', { user: 'user-1', password }],
    ['nothing, for the first user', { user: '', password }],
  ])('the right password opens it under %s', async (_, login) => {
    const opened = await open(closed.folder, login)
    if (!opened.ok) throw new Error(opened.refusal.code)
    expect(opened.value.userId).toBe('user-1')
    expect(opened.value.vault.vaultId).toBe(closed.vaultId)
    opened.value.vault.close()
  })

  test.each([
    ['a wrong password', { user: '', password: 'jiaoyu-2025' }, 'wrong-password'],
    ['an empty password', { user: '', password: '' }, 'wrong-password'],
    ['the password in other letters', { user: '', password: 'JIAOYU-2024' }, 'wrong-password'],
    ['an unknown user', { user: '王芳', password }, 'unknown-user'],
  ])('%s is refused by name, and nobody owns the vault after it', async (_, login, code) => {
    expect(await open(closed.folder, login)).toMatchObject({ ok: false, refusal: { code } })
    const opened = await open(closed.folder, { user: '', password })
    if (!opened.ok) throw new Error(opened.refusal.code)
    opened.value.vault.close()
  })

  test('a folder without a vault is refused by name', async () => {
    expect(await open(place(), { user: '', password })).toMatchObject({
      refusal: { code: 'no-vault' },
    })
  })

  test('a second core is refused while the first has it', async () => {
    const first = await closed.open()
    expect(await open(closed.folder, { user: '', password })).toMatchObject({
      refusal: { code: 'vault-in-use' },
    })
    first.close()
  })

  test('a file of a newer program is refused by name, vault.json or database', async () => {
    const folder = closed.copy()
    const db = closed.database(folder)
    db.pragma('user_version = 99990')
    db.close()
    const login = { user: '', password }
    expect(await open(folder, login)).toMatchObject({ refusal: { code: 'vault-too-new' } })
    // The refusal let go of it: the next one says the same, and not that it is in use.
    expect(await open(folder, login)).toMatchObject({ refusal: { code: 'vault-too-new' } })
  })

  test('what was committed is there after the next opening', async () => {
    const folder = closed.copy()
    const first = await closed.open(folder)
    first.apply(occasion, [aUnit('u7', '七中')])
    first.close()
    const second = await closed.open(folder)
    expect(second.db.prepare("SELECT name FROM unit WHERE id = 'u7'").pluck().get()).toBe('七中')
    expect(second.idOf('unit', '七中')).toBe(first.idOf('unit', '七中'))
    second.close()
  })

  test('a rehearsal says what would be written, and writes nothing', async () => {
    const vault = await closed.open(closed.copy())
    const before = vault.check()
    const tried = vault.rehearse(occasion, [aUnit('u8', '八中')])
    expect(tried.changed).toEqual([{ table: 'unit', id: 'u8' }])
    expect(vault.check()).toEqual(before)
    expect(() => vault.rehearse(occasion, [{ ...aUnit('u9', ''), fields: { x: 1 } }])).toThrow('x')
    expect(vault.apply(occasion, [aUnit('u8', '八中')])).toEqual(tried)
    vault.close()
  })
})
