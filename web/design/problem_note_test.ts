// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { Problem } from '../api/problem'
import { texts } from '../i18n'
import ProblemNote from './problem_note.vue'

const error = (pointer: string, detail: string) => ({ pointer, code: 'wrong', detail })
const shown = (title: string, errors: ReturnType<typeof error>[], fields: string[] = []) =>
  mount(ProblemNote, {
    props: { problem: new Problem(422, { title, code: 'wrong', errors }), fields },
    global: { plugins: [texts] },
  })

describe('what went wrong', () => {
  it('is said in words, each once, without the addresses of fields', () => {
    const errors = [error('/a', '请填写。'), error('/b/0', '请填写。'), error('', '还差一项。')]
    const lines = shown('不能保存。', errors).findAll('li')
    expect(lines.map((line) => line.text())).toEqual(['请填写。', '还差一项。'])
  })

  it('is not said again below itself', () => {
    const note = shown('这一天还没有到。', [error('/day', '这一天还没有到。')])
    expect(note.text()).toBe('这一天还没有到。')
  })

  it('is not said here where its field says it', () => {
    const note = shown('这一天还没有到。', [error('/day', '这一天还没有到。')], ['/day'])
    expect(note.text()).toBe('')
  })
})
