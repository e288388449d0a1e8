import type { Page } from '@playwright/test'
import { enter, expect, test } from './desk-fixture.ts'
import { setUpSchool } from './story.ts'

/** Locks the school's vault and opens the way of those who forgot the password. */
async function forget(page: Page): Promise<void> {
  await page.getByText('直接进入工作台').click()
  await page.getByRole('button', { name: '锁定' }).click()
  await page.getByRole('button', { name: '忘记密码？' }).click()
}

test('who forgot the password comes in by the printed recovery key', async ({ page, desk }) => {
  await enter(page, desk)
  const recoveryKey = await setUpSchool(page)
  await forget(page)
  await page.getByLabel('恢复密钥').fill(recoveryKey.replaceAll('-', '  ').toLowerCase())
  await page.getByLabel('密码', { exact: true }).fill('gengxin-2024-qiu')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('再输一次密码')).toBeFocused()
  await page.keyboard.type('gengxin-2024-qiu')
  await page.getByRole('button', { name: '设置新密码并打开' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible()

  await page.getByRole('button', { name: '锁定' }).click()
  await page.getByLabel('密码', { exact: true }).fill('gengxin-2024-qiu')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible()
})

test('a wrong recovery key opens nothing and says so', async ({ page, desk }) => {
  await enter(page, desk)
  await setUpSchool(page)
  await forget(page)
  await page.getByLabel('恢复密钥').fill('0000-0000-0000-0000-0000-0000-0000')
  await page.getByLabel('密码', { exact: true }).fill('gengxin-2024-qiu')
  await page.getByLabel('再输一次密码').fill('gengxin-2024-qiu')
  await page.getByRole('button', { name: '设置新密码并打开' }).click()
  await expect(page.getByText('wrong-recovery-key')).toBeVisible()
})

test('the demonstration says how to enter it, and lets one out again', async ({ page, desk }) => {
  await enter(page, desk)
  await page.getByRole('button', { name: '打开演示库' }).click()
  await expect(page.getByText('演示库已经打开')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: '年度计划', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.getByRole('button', { name: '锁定' }).click()
  await expect(page.getByText('使用者 演示管理员，密码 xuncheng-demo')).toBeVisible()
  await page.getByRole('button', { name: '离开演示库' }).click()
  await expect(page.getByLabel('学校名称')).toBeVisible()
})

test('the chosen language is found again at another port', async ({ page, context, desk }) => {
  await enter(page, desk)
  await page.getByRole('button', { name: 'English' }).click()
  const remembered = (await context.cookies()).find(({ name }) => name === 'xuncheng-language')
  expect(remembered).toMatchObject({ value: 'en', domain: '127.0.0.1' })
})
