// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vitest/config'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const server = `http://127.0.0.1:${process.env.XIESHANG_PORT ?? '8080'}`

export default defineConfig(({ mode }) => ({
  root: folder('.'),
  resolve: { alias: { '@': folder('.') } },
  plugins: [
    vue(),
    components({
      dirs: [],
      dts: false,
      include: [/\.vue$/, /\.vue\?vue/],
      resolvers: [ElementPlusResolver({ importStyle: mode === 'test' ? false : 'css' })],
    }),
  ],
  build: {
    outDir: folder('../build/web'),
    emptyOutDir: true,
    target: ['chrome87', 'edge88', 'safari14', 'firefox78'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
  server: {
    host: '127.0.0.1',
    fs: { allow: [folder('..')] },
    // web/api/*.ts are sources of the screens.
    proxy: { '^/api/(?!\\w+\\.ts)': { target: server }, '/healthz': { target: server } },
  },
  test: {
    root: folder('..'),
    include: ['web/**/*_test.ts', 'features/*/web/*_test.ts'],
    environment: 'happy-dom',
    setupFiles: [folder('test_setup.ts')],
    server: { deps: { inline: ['element-plus'] } },
    isolate: false, // a third of the time: Element Plus and the screens are read once a worker
    maxWorkers: '100%',
    restoreMocks: true,
    unstubGlobals: true,
    testTimeout: 60_000, // a busy machine is no failure
  },
}))
