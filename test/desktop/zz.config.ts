import { defineConfig } from '@playwright/test'
export default defineConfig({
  projects: [
    {
      name: 'desktop',
      testDir: '/work/main/test/desktop',
      testMatch: '*.spec.ts',
      use: { main: '/tmp/scratch/dist/desktop/main.js' } as object,
    },
  ],
  workers: 1,
  timeout: 30000,
  reporter: 'list',
  expect: { timeout: 5000 },
  outputDir: '/tmp/scratch/results',
})
