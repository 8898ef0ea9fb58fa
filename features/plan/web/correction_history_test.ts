// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { useHistory } from './correction_history'

describe('going back', () => {
  it('undoes and redoes, a word at a time', () => {
    const history = useHistory(0)
    history.change(1)
    history.change(2, 'word')
    history.change(3, 'word')
    expect(history.present.value).toBe(3)
    history.undo()
    expect(history.present.value).toBe(1)
    history.undo()
    expect([history.present.value, history.can_undo.value]).toEqual([0, false])
    history.redo()
    history.redo()
    expect(history.present.value).toBe(3)
    history.undo()
    history.change(9)
    expect(history.can_redo.value).toBe(false)
  })
})
