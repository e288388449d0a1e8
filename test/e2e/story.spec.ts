import type { Hands } from './story.ts'
import {
  callRoll,
  exportedRows,
  importPlan,
  importRoster,
  openSession,
  registerAndExport,
  setUpSchool,
  soundPeople,
} from './story.ts'
import { enter, expect, test } from './desk-fixture.ts'

test('from the printed plan to registered hours, in the browser', async ({ page, desk }) => {
  const hands: Hands = {
    choose: async (button, path) => {
      const chooser = page.waitForEvent('filechooser')
      await button.click()
      await (await chooser).setFiles(path)
    },
    save: async (button) => {
      const download = page.waitForEvent('download')
      await button.click()
      return (await download).path()
    },
  }
  await enter(page, desk)
  await setUpSchool(page)
  await importPlan(page, hands)
  await openSession(page)
  await importRoster(page, hands)
  await callRoll(page)
  const rows = await exportedRows(await registerAndExport(page, hands))
  expect(rows.map((row) => row[2]).toSorted()).toEqual((await soundPeople()).toSorted())
  expect(await desk.terminal(['vault', 'verify'])).toMatchObject({ ok: true })
})
