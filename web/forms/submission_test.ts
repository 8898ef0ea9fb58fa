// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it, vi } from 'vitest'
import { Problem } from '../api/problem'
import { useSubmission } from './submission'

const unreachable = () => Promise.reject(new Problem(0))

describe('a submission', () => {
  it('goes under the same key again after an unknown outcome', async () => {
    const send = vi
      .fn<(words: string, key: string) => Promise<string>>()
      .mockImplementationOnce(unreachable)
      .mockRejectedValueOnce(new Problem(503))
      .mockResolvedValueOnce('kept')
    const { submit, unknown } = useSubmission(send)
    expect(await submit('words')).toBeUndefined()
    expect(unknown.value).toBe(true)
    expect(await submit('words')).toBeUndefined()
    expect(await submit('words')).toBe('kept')
    const keys = send.mock.calls.map(([, key]) => key)
    expect(new Set(keys).size).toBe(1)
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('takes a new key for other words, after a refusal and after success', async () => {
    const send = vi
      .fn<(words: string, key: string) => Promise<string>>()
      .mockImplementationOnce(unreachable)
      .mockRejectedValueOnce(new Problem(422))
      .mockResolvedValue('kept')
    const { submit } = useSubmission(send)
    for (const words of ['a', 'b', 'b', 'b']) await submit(words)
    expect(new Set(send.mock.calls.map(([, key]) => key)).size).toBe(4)
  })

  it('remembers its key over a reload of the page', async () => {
    const send = vi
      .fn<(words: string, key: string) => Promise<string>>()
      .mockImplementationOnce(unreachable)
      .mockResolvedValue('kept')
    await useSubmission(send, { name: 'plan' }).submit('words')
    await useSubmission(send, { name: 'plan' }).submit('words')
    const [first, second] = send.mock.calls.map(([, key]) => key)
    expect(second).toBe(first)
  })

  it('is not sent twice by a double click', async () => {
    let settle: (value: string) => void = () => undefined
    const send = vi.fn(() => new Promise<string>((resolve) => (settle = resolve)))
    const { submit } = useSubmission(send)
    const first = submit('words')
    await submit('words')
    settle('kept')
    expect(await first).toBe('kept')
    expect(send).toHaveBeenCalledTimes(1)
  })
})
