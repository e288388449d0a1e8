import { enter, expect, test } from './desk-fixture.ts'
import { playStory, type Hands } from './story.ts'

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
  await playStory(page, hands)
  expect(await desk.terminal(['vault', 'verify'])).toMatchObject({ ok: true })
})
