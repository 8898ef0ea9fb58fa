// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it, vi } from 'vitest'
import { nextTick, ref } from 'vue'
import { Problem } from '../api/problem'
import { useEditing, type Kept } from './editing'

type Form = { title: string; committee: string }
type Send = (changed: Partial<Form>, version: number, key: string) => Promise<string>
const kept = (version: number, title: string, committee: string): Kept<Form> => ({
  version,
  values: { title, committee },
})

function editing(send: Send, latest = kept(2, 'theirs', 'theirs too')) {
  return useEditing<Form, string>({
    name: 'plan.1',
    kept: ref(kept(1, 'old', 'old too')),
    latest: async () => latest,
    send,
  })
}

describe('editing', () => {
  it('sends only what differs, with the version that was seen', async () => {
    const send = vi.fn<Send>().mockResolvedValue('done')
    const edit = editing(send)
    edit.mine.title = 'mine'
    expect(await edit.save()).toBe('done')
    expect(send.mock.calls[0]!.slice(0, 2)).toEqual([{ title: 'mine' }, 1])
  })

  it('tells what others changed and goes on from there with my words', async () => {
    const send = vi.fn<Send>().mockRejectedValueOnce(new Problem(412)).mockResolvedValueOnce('done')
    const edit = editing(send)
    edit.mine.title = 'mine'
    await edit.save()
    expect(edit.stale.value).toBe(true)
    expect(edit.changes.value).toEqual([
      { field: 'title', before: 'old', now: 'theirs', mine: 'mine' },
      { field: 'committee', before: 'old too', now: 'theirs too', mine: 'old too' },
    ])
    edit.keepMine()
    expect({ ...edit.mine }).toEqual({ title: 'mine', committee: 'theirs too' })
    expect(await edit.save()).toBe('done')
    expect(send.mock.calls[1]!.slice(0, 2)).toEqual([{ title: 'mine' }, 2])
  })

  it('puts words together that go together when I go on with mine', async () => {
    const edit = useEditing<Form, string>({
      name: 'plan.2',
      kept: ref(kept(1, 'old', 'old too')),
      latest: async () => kept(2, 'theirs', 'theirs too'),
      send: vi.fn<Send>().mockRejectedValueOnce(new Problem(412)),
      together: (field, before, mine, theirs) =>
        field === 'title' ? `${before} ${mine} ${theirs}` : undefined,
    })
    Object.assign(edit.mine, { title: 'mine', committee: 'mine too' })
    await edit.save()
    edit.keepMine()
    expect({ ...edit.mine }).toEqual({ title: 'old mine theirs', committee: 'mine too' })
  })

  it('takes the words of the others when I say so', async () => {
    const edit = editing(vi.fn<Send>().mockRejectedValueOnce(new Problem(412)))
    edit.mine.title = 'mine'
    await edit.save()
    edit.takeTheirs()
    expect({ ...edit.mine }).toEqual({ title: 'theirs', committee: 'theirs too' })
    expect(edit.dirty.value).toBe(false)
  })

  it('brings unsaved words back, and forgets them when they are saved', async () => {
    editing(vi.fn<Send>()).mine.title = 'half a'
    await nextTick()
    const again = editing(vi.fn<Send>().mockResolvedValue('done'))
    expect(again.restored.value).toBe(true)
    expect(again.mine.title).toBe('half a')
    await again.save()
    expect(editing(vi.fn<Send>()).restored.value).toBe(false)
  })
})
