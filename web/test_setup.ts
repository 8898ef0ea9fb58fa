// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach } from 'vitest'
import { speak } from './i18n'

// Test files share what they import (vite.config.ts): what one of them mounted must not ask the
// server of the next one.
globalThis.fetch = () => Promise.reject(new TypeError('a test plays its own server'))
disableAutoUnmount()
enableAutoUnmount(afterEach)
beforeEach(async () => {
  await speak('zh-CN')
})
afterEach(() => {
  sessionStorage.clear()
  localStorage.clear()
  document.body.replaceChildren()
})
