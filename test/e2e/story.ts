import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, type Locator, type Page } from '@playwright/test'

/** What differs between a browser and the desktop: how a file is chosen and where one is saved. */
export interface Hands {
  choose(button: Locator, path: string): Promise<void>
  /** Presses the button and answers the path of the file that was saved. */
  save(button: Locator): Promise<string>
}

export const school = '建安区教师进修学校'
export const password = 'jiaoyan-2024-chun'
const sessionName = '初中数学学科教师培养（第一期）'
const plan = resolve('test/fixtures/plan/2024年教师培训工作计划.docx')
const roster = resolve('test/fixtures/rosters/初中数学-各乡镇汇总.xlsx')

/** First run: school, administrator, recovery key proven by typing four characters back. Answers the key. */
export async function setUpSchool(page: Page): Promise<string> {
  await page.getByLabel('学校名称').fill(school)
  await page.getByLabel('行政区划代码').fill('411003')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('管理员姓名').fill('李敏')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByLabel('再输一次密码').fill(password)
  await page.getByRole('button', { name: '建立数据库' }).click()
  const groups = page.getByRole('list', { name: '恢复密钥' }).getByRole('listitem')
  await expect(groups).toHaveCount(7)
  const key = (await groups.allInnerTexts()).map((text) => text.trim().slice(-4))
  await page.getByRole('button', { name: '已保存，下一步' }).click()
  const asked = await page.getByLabel(/第 \d 组/).getAttribute('id')
  const label = await page.locator(`label[for="${asked ?? ''}"]`).innerText()
  const group = key[Number(/\d/.exec(label)?.[0]) - 1] ?? ''
  await page.getByLabel(/第 \d 组/).fill('AAAA')
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText('与恢复密钥不符')).toBeVisible()
  await page.getByLabel(/第 \d 组/).fill(group)
  await page.getByRole('button', { name: '下一步' }).click()
  return key.join('-')
}

/** The year's plan from the Word document: fourteen projects, looked at before they are written. */
async function importPlan(page: Page, hands: Hands): Promise<void> {
  await page.getByRole('button', { name: '导入年度计划' }).click()
  await hands.choose(page.getByRole('button', { name: '选择文件' }), plan)
  await expect(page.getByText('新增 14 个项目，变化 0 个，相同 0 个')).toBeVisible()
  await page.getByRole('button', { name: '写入年度计划（14 个项目）' }).click()
  await page.getByRole('link', { name: '查看 2024 年计划' }).click()
  await expect(page.getByText('14 个项目，写明人数的共 2775 人')).toBeVisible()
  await expect(page.getByText('约 120 人')).toBeVisible()
}

/** Project 3 gets a session of two days. */
async function openSession(page: Page): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: '初中数学学科教师培养' })
  await row.getByRole('link', { name: '开班' }).click()
  const name = page.getByLabel('班次名称')
  await expect(name).toHaveValue('初中数学学科教师培养（分阶段培育）（第一期）')
  await name.fill(sessionName)
  await page.getByLabel('开始日期').fill('2024-04-16')
  await page.getByLabel('结束日期').fill('2024-04-17')
  await page.getByLabel('地点').fill('报告厅')
  await page.getByRole('button', { name: '建立班次' }).click()
  await expect(page.getByRole('heading', { name: sessionName })).toBeVisible()
}

/** The messy roster: every row is taken, held or ignored, and the sentence adds up. */
async function importRoster(page: Page, hands: Hands): Promise<void> {
  await tab(page, '学员').click()
  await hands.choose(page.getByRole('button', { name: '选择名单文件' }), roster)
  await expect(page.getByText('共 184 行 = 接收 141 + 忽略 34 + 待核 9')).toBeVisible()
  await expect(page.getByText('尚未写入')).toBeVisible()
  await page.getByRole('button', { name: '写入名单（141 人）' }).click()
  await expect(page.getByText('已写入名单')).toBeVisible()
  await expect(page.getByText('证件号码被表格软件改坏了').first()).toBeVisible()
}

/** By keyboard: a late one by initials, one on leave by the last digits, one absent, the rest there. */
async function callRoll(page: Page): Promise<void> {
  await tab(page, '点名签到').click()
  const box = page.getByLabel('姓名首字母、汉字或证件号后四位')
  await expect(box).toBeFocused()
  await page.keyboard.type('黄桂')
  await page.keyboard.press('Enter')
  await expect(page.getByText('黄桂 到')).toBeVisible()
  await page.keyboard.type('mxf')
  await page.keyboard.press('2')
  await expect(page.getByText('孟雪峰 迟到')).toBeVisible()
  await page.keyboard.type('姚军')
  await page.keyboard.press('4')
  await expect(page.getByText('姚军 缺勤')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('已撤销 姚军')).toBeVisible()
  await page.getByRole('button', { name: '全班其余 139 人全部到' }).click()
  await expect(page.getByText('其余 139 人记为到')).toBeVisible()
  await expect(page.getByText('/ 141 已到')).toBeVisible()
}

/** Hours explain themselves, are registered once, and leave as a workbook with exactly these people. */
async function registerAndExport(page: Page, hands: Hands): Promise<string> {
  await page.getByRole('link', { name: sessionName }).click()
  await tab(page, '学时登记').click()
  await page.getByRole('button', { name: '孟雪峰 的 4 学时是怎么来的' }).click()
  await expect(page.getByText('计划 16 − 扣减 12 = 认定 4 学时')).toBeVisible()
  await expect(page.getByText('可修改的默认值').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '登记学时（141 人 共 564 学时）' }).click()
  await page.getByRole('button', { name: '确认登记 141 人' }).click()
  await expect(page.getByText('已登记 141 人、共 564 学时')).toBeVisible()
  const path = await hands.save(page.getByRole('button', { name: '导出工作簿' }))
  await expect(page.getByText('已登记 141 人 = 写入 141 行 + 未写入 0 人')).toBeVisible()
  await expect(page.getByText('已登记的 141 人都已导出')).toBeVisible()
  return path
}

/** The whole road; afterwards the file holds everybody whose row was sound, and nobody else. */
export async function playStory(page: Page, hands: Hands): Promise<void> {
  await setUpSchool(page)
  await importPlan(page, hands)
  await openSession(page)
  await importRoster(page, hands)
  await callRoll(page)
  const rows = await exportedRows(await registerAndExport(page, hands))
  expect(rows.map((row) => row[2]).toSorted()).toEqual((await soundPeople()).toSorted())
}

/** The rows below the header of a written workbook. */
async function exportedRows(path: string): Promise<readonly (readonly string[])[]> {
  const workbook = new ExcelJS.Workbook()
  const bytes = new Uint8Array(await readFile(path))
  await workbook.xlsx.load(bytes.buffer)
  const rows: string[][] = []
  workbook.worksheets[0]?.eachRow((row) => {
    rows.push(Array.from({ length: row.cellCount }, (_, i) => row.getCell(i + 1).text))
  })
  return rows.slice(1)
}

/** Who must be in the file: everybody of the fixture whose row was not planted with a fault. */
async function soundPeople(): Promise<readonly string[]> {
  const file = resolve('test/fixtures/rosters/初中数学-各乡镇汇总.expected.json')
  const expected = JSON.parse(await readFile(file, 'utf8')) as {
    people: { name: string; id: string; town: string }[]
    planted: [string, string, string][]
  }
  const faulty = new Set(
    expected.planted
      .filter(([, , what]) => what !== 'duplicate row')
      .map(([town, name]) => town + name),
  )
  return expected.people.filter(({ town, name }) => !faulty.has(town + name)).map(({ id }) => id)
}

/** One of the pages of a session. */
function tab(page: Page, name: string): Locator {
  const tabs = page.getByRole('navigation', { name: '班次的各个页面' })
  return tabs.getByRole('link', { name, exact: true })
}
