// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { defineConfig } from '@playwright/test'

// XIESHANG_URL: a running demo server to walk through; without it one is started (XIESHANG_BINARY,
// build/release/xieshang) on a free port with a data folder of its own, and ended afterwards.
export default defineConfig({
  testDir: '.',
  testMatch: '*_journey.ts',
  outputDir: '../../build/journeys',
  globalSetup: './server_setup.ts',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    locale: 'zh-CN',
    colorScheme: 'light',
    trace: 'off',
    actionTimeout: 30_000, // what hangs is named
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1366, height: 768 } } },
    {
      name: 'phone',
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
  ],
})
