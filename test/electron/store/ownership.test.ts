import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ownerOf } from '#electron/ipc/owner'
import { addressOfOwner, claimVault } from '#electron/store/ownership'
import { openVault } from '#electron/store/vault'
import { aFolder, aVault, password, type ClosedVault } from '#test/support/a-vault'
import { vaultOwner } from '#test/support/terminal'

const folder = aFolder()
const aPlace = (): string => mkdtempSync(join(folder, 'claim-'))
const address = { pid: 1, socket: '/nowhere', token: 'secret' }

describe('claimVault', () => {
  test('one core has a vault, a second one does not get it until the first lets go', () => {
    const place = aPlace()
    const first = claimVault(place)
    expect(claimVault(place)).toBe(null)
    first?.release()
    const second = claimVault(place)
    expect(second).not.toBe(null)
    second?.release()
  })

  test('the address stands while the claim is held, for this user alone', () => {
    const place = aPlace()
    const claim = claimVault(place)
    claim?.announce(address)
    expect(addressOfOwner(place)).toEqual(address)
    expect(statSync(join(place, 'core.json')).mode & 0o777).toBe(0o600)
    claim?.release()
    expect(addressOfOwner(place)).toBe(null)
  })

  test('an announcement that comes after the release leaves no false address', () => {
    const place = aPlace()
    const claim = claimVault(place)
    claim?.release()
    claim?.announce(address)
    expect(addressOfOwner(place)).toBe(null)
  })

  test('the address of a killed core is not taken for that of the next owner', () => {
    const place = aPlace()
    writeFileSync(join(place, 'core.json'), JSON.stringify(address))
    const claim = claimVault(place)
    expect(addressOfOwner(place)).toBe(null)
    claim?.release()
  })

  test.each(['', '{', '{"pid":1}', 'null'])(
    'an address file that holds %j names nobody',
    (text) => {
      const place = aPlace()
      writeFileSync(join(place, 'core.json'), text)
      expect(addressOfOwner(place)).toBe(null)
    },
  )
})

describe('ownerOf', () => {
  test('a folder that is no vault has no owner, and nothing is put into it', async () => {
    const place = aPlace()
    expect(await ownerOf(place)).toBe(null)
    expect(await ownerOf(join(place, 'missing'))).toBe(null)
    expect(existsSync(join(place, 'core.lock'))).toBe(false)
  })
})

describe('a vault that another process owns', () => {
  let vault: ClosedVault

  beforeAll(async () => {
    vault = await aVault('owned')
  })

  const open = (): ReturnType<typeof openVault> =>
    openVault(vault.folder, { user: '', password }, { derivers: [], onCommit: () => undefined })

  test('is refused by name, and is free again after the owner was killed without a word', async () => {
    const owner = await vaultOwner(vault.folder)
    expect(await open()).toMatchObject({ ok: false, refusal: { code: 'vault-in-use' } })
    expect(await ownerOf(vault.folder)).toMatchObject({ pid: owner.pid })
    owner.kill('SIGKILL')
    await once(owner, 'exit')
    expect(existsSync(join(vault.folder, 'core.json'))).toBe(true)
    expect(await ownerOf(vault.folder)).toBe(null)
    const opened = await open()
    if (!opened.ok) throw new Error(opened.refusal.code)
    expect(opened.value.vault.check().integrity).toBe('ok')
    opened.value.vault.close()
  })

  test('an owner that ends leaves neither address nor socket', async () => {
    const owner = await vaultOwner(vault.folder)
    const found = await ownerOf(vault.folder)
    expect(readFileSync(join(vault.folder, 'core.json'), 'utf8')).toContain(found?.socket ?? '?')
    owner.kill('SIGTERM')
    expect(await once(owner, 'exit')).toEqual([0, null])
    expect([existsSync(join(vault.folder, 'core.json')), existsSync(found?.socket ?? '')]).toEqual([
      false,
      false,
    ])
  })
})
