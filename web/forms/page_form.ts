// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A form with a page of its own (making.ts), from the first try to the way onward: it stays while
// something is lacking; who was slower (412) sees how things stand now; when the server has taken
// it, the form is done (done.ts).
import { ref } from 'vue'
import { useDone } from './done'
import { useMaking } from './making'

interface Options<Form, Output> {
  name: string
  initial: Form
  send: (form: Form, key: string) => Promise<Output>
  lacks: (form: Form) => boolean
  again?: () => Promise<unknown> // asks how things stand now
  changes: readonly string[]
  to: string | ((taken: Output) => string)
  words?: (taken: Output) => string // what the person is told, where "saved" does not fit
}

export function usePageForm<
  Form extends Record<string, unknown>,
  Output extends NonNullable<unknown>,
>({ name, initial, send, lacks, again, changes, to, words }: Options<Form, Output>) {
  const done = useDone()
  const making = useMaking(name, initial, send)
  const tried = ref(false)

  async function submit(): Promise<void> {
    tried.value = true
    if (lacks(making.mine)) return
    const taken = await making.make()
    if (taken === undefined) {
      if (making.problem.value?.stale) await again?.()
      return
    }
    const waits = typeof to === 'string' // not where it leads to what was just made
    await done(changes, typeof to === 'string' ? to : to(taken), words?.(taken), waits)
  }

  return { ...making, tried, submit }
}
