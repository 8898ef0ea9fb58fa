// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { afterEach, beforeEach } from 'vitest'
import { speak } from './i18n'

beforeEach(async () => {
  await speak('zh-CN')
})
afterEach(() => {
  sessionStorage.clear()
  localStorage.clear()
  document.body.replaceChildren()
})
