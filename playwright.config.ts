import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from '#test/support/chromium'

const launchOptions = await chromiumLaunchOptions()

export default defineConfig({
  testDir: 'test',
  outputDir: 'node_modules/.cache/xuncheng-tests/playwright',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : [['list']],
  use: {
    actionTimeout: 15_000,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    launchOptions,
  },
  projects: [
    { name: 'browser', testMatch: 'e2e/**/*.spec.ts' },
    { name: 'desktop', testMatch: 'desktop/**/*.spec.ts' },
  ],
})
