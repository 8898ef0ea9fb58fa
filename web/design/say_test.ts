// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { say } from './say'

it('one word takes the place of the last, and none is counted', async () => {
  for (let time = 0; time < 3; time += 1) {
    say('已保存')
    await flushPromises()
  }
  await expect
    .poll(() => document.querySelectorAll('.el-message:not(.el-message-fade-leave-active)').length)
    .toBe(1)
  expect(document.querySelector('.el-badge, .el-message__badge')).toBeNull()
  expect(document.body.textContent).toContain('已保存')
})
