import type { Page, WebSocketRoute } from '@playwright/test'
import { enter, expect, test } from './desk-fixture.ts'

/** The page's line to the core, in the hands of the test. */
interface Wire {
  /** What the page says no longer reaches the core. */
  hold(): void
  cut(): Promise<void>
  mend(): void
}

async function wireOf(page: Page): Promise<Wire> {
  let isHeld = false
  let isCut = false
  let current: WebSocketRoute | undefined
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    if (isCut) {
      void socket.close()
      return
    }
    current = socket
    const core = socket.connectToServer()
    socket.onMessage((message) => {
      if (!isHeld) core.send(message)
    })
    core.onMessage((message) => {
      socket.send(message)
    })
  })
  return {
    hold: () => {
      isHeld = true
    },
    cut: async () => {
      isCut = true
      await current?.close()
    },
    mend: () => {
      isHeld = false
      isCut = false
    },
  }
}

async function openDemoRollCall(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开演示库' }).click()
  await page.getByRole('button', { name: '离开演示库' }).first().waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: '查看演示班次' }).click()
  const tabs = page.getByRole('navigation', { name: '班次的各个页面' })
  await tabs.getByRole('link', { name: '点名签到' }).click()
  await expect(page.getByLabel('姓名首字母、汉字或证件号后四位')).toBeFocused()
}

test('no mark is green before the core has stored it, and a lost one is told by name', async ({
  page,
  desk,
}) => {
  const wire = await wireOf(page)
  await enter(page, desk)
  await openDemoRollCall(page)
  const there = page.locator('.roll-count b')
  const before = Number(await there.innerText())
  await page.keyboard.press('ArrowDown')
  const name = await page.locator('.roll-solid b').innerText()

  wire.hold()
  await page.keyboard.press('1')
  await expect(page.getByText(`正在保存：${name} 到`)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.type(name)
  await expect(page.locator('.tag-pending')).toHaveText('…正在存：到')
  await expect(there).toHaveText(String(before))

  await wire.cut()
  await expect(page.getByText('未保存 1 人')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText(`${name} 到`)
  await expect(page.locator('.tag-pending')).toHaveCount(0)
  await expect(page.getByText('暂时不能点名')).toBeVisible()
  await expect(page.getByLabel('姓名首字母、汉字或证件号后四位')).toBeDisabled()
  await expect(page.getByRole('button', { name: /全班其余/ })).toBeDisabled()

  wire.mend()
  await expect(page.getByLabel('姓名首字母、汉字或证件号后四位')).toBeFocused()
  // What was being typed stands there still.
  await page.keyboard.press('Enter')
  await expect(there).toHaveText(String(before + 1))
  await expect(page.getByText('未保存')).toHaveCount(0)
})

test('the lesson stands in the address, and a reload stays on it', async ({ page, desk }) => {
  await enter(page, desk)
  await openDemoRollCall(page)
  await expect(page).toHaveURL(/roll-call\/[0-9a-f]{32}$/)
  const lessons = page.locator('.roll-sub select')
  const options = await lessons.locator('option').all()
  const last = (await options.at(-1)?.getAttribute('value')) ?? ''
  await lessons.selectOption(last)
  await expect(page).toHaveURL(new RegExp(`roll-call/${last}$`))
  const title = page.getByRole('heading', { level: 1 })
  const shown = await title.innerText()
  await page.reload()
  await expect(title).toHaveText(shown)
  await expect(page).toHaveURL(new RegExp(`roll-call/${last}$`))
})

test('a program that was started again says so instead of trying for ever', async ({
  page,
  desk,
}) => {
  const wire = await wireOf(page)
  await enter(page, desk)
  await page.route('**/', (route) => route.fulfill({ status: 403 }))
  await wire.cut()
  await expect(page.getByText('正在重新连接')).toBeVisible()
  await expect(page.getByText('程序已重新启动，请用新打开的链接进入')).toBeVisible({
    timeout: 30_000,
  })
})
