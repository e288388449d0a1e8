import { join } from 'node:path'
import { playStory, type Hands } from '#test/e2e/story'
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
  await playStory(page, hands)
})
