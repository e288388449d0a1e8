import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { enter, expect, test } from './desk-fixture.ts'

const pictures = 'node_modules/.cache/xuncheng-tests/screens'

/** Every page that the frame leads to, by the end of its address. */
const pages = [
  ['workbench', '#/workbench'],
  ['plan', '#/plan?year=2024'],
  ['plan-import', '#/plan/import'],
  ['sessions', '#/sessions'],
  ['new-session', '#/sessions/new?project=5&year=2024'],
  ['session', '#/sessions/ID'],
  ['learners', '#/sessions/ID/learners'],
  ['lessons', '#/sessions/ID/lessons'],
  ['roll-call', '#/sessions/ID/roll-call'],
  ['session-hours', '#/sessions/ID/hours'],
  ['session-archive', '#/sessions/ID/archive'],
  ['people', '#/people'],
  ['hours', '#/hours'],
  ['archive', '#/archive'],
  ['settings', '#/settings'],
] as const

for (const language of ['zh-CN', 'en'] as const)
  test(`every page is whole and accessible at 1366 × 768 (${language})`, async ({ page, desk }) => {
    mkdirSync(pictures, { recursive: true })
    await enter(page, desk)
    await page.getByRole('button', { name: '打开演示库' }).click()
    await expect(page.getByText('演示库已经打开')).toBeVisible({ timeout: 60_000 })
    const sessionId = await demoSession(page)
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
    for (const [name, address] of pages) {
      await page.goto(`${new URL(page.url()).origin}/${address.replace('ID', sessionId)}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await settled(page)
      await page.screenshot({ path: `${pictures}/${name}-${language}.png` })
      expect(await faultsOf(page), name).toEqual([])
      expect(await leftovers(page, language), name).toEqual([])
    }
  })

async function demoSession(page: Page): Promise<string> {
  await page.getByRole('link', { name: '班次', exact: true }).click()
  const link = page.locator('a[href*="#/sessions/"]').filter({ hasText: '初中数学' }).first()
  return /sessions\/([0-9a-f]{32})/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? ''
}

/** Nothing is on its way any more: no spinner, no waiting request. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"], .ant-spin-spinning')).toHaveCount(0)
  await page.waitForTimeout(150)
}

async function faultsOf(page: Page): Promise<readonly string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return overflow > 0 ? [...faults, `${overflow} pixels too wide`] : faults
}

/** Keys instead of words (`plan.title`), braces that nothing filled, Chinese labels in the English frame. */
async function leftovers(page: Page, language: 'zh-CN' | 'en'): Promise<readonly string[]> {
  const text = await page.locator('body').innerText()
  const raw = text.match(/\{\{\w+\}\}|\b[a-z]+:[a-z]+(\.[\w-]+)+/g) ?? []
  const frame = await page.getByRole('navigation').first().innerText()
  const chinese = language === 'en' ? (frame.match(/\p{Script=Han}+/gu) ?? []) : []
  return [...raw, ...chinese]
}
