import { join } from 'node:path'
import {
  callRoll,
  exportedRows,
  importPlan,
  importRoster,
  openSession,
  registerAndExport,
  setUpSchool,
  soundPeople,
  type Hands,
} from '#test/e2e/story'
import { expect, test } from './desktop-fixtures.ts'

test('from the printed plan to registered hours, in the window', async ({ desktop }) => {
  const { page } = desktop
  const saved = join(desktop.userFolder, '国内培训.xlsx')
  const hands: Hands = {
    choose: async (button, path) => {
      await desktop.inMain(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
      }, path)
      await button.click()
    },
    save: async (button) => {
      await desktop.inMain(({ dialog }, path) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
      }, saved)
      await button.click()
      await expect(page.getByText(saved)).toBeVisible()
      return saved
    },
  }
  await setUpSchool(page)
  await importPlan(page, hands)
  await openSession(page)
  await importRoster(page, hands)
  await callRoll(page)
  const rows = await exportedRows(await registerAndExport(page, hands))
  expect(rows.map((row) => row[2]).toSorted()).toEqual((await soundPeople()).toSorted())
})
