// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Making one new thing, or taking a step: the words typed so far outlive a reload and the way back.
// They are forgotten when the server has taken them, or the person says that they are not wanted.
import { computed, reactive, ref, type Ref } from 'vue'
import { draftOf, keepDraft } from './draft'
import { useSubmission } from './submission'

// What the frame of a form needs of it, whatever its fields.
export interface Making {
  sending: Ref<boolean>
  restored: Ref<boolean> // words that were left behind stand in the form again
  touched: Ref<boolean> // something stands there that nobody but the person has put there
  startOver: () => void
  drop: () => void // the person leaves, and wants none of it kept
}

const copyOf = <Form>(form: Form) => JSON.parse(JSON.stringify(form)) as Form

// The words of a form alone; who sends them is another's affair.
export function useDraft<Form extends Record<string, unknown>>(name: string, initial: Form) {
  const draft = draftOf<Form>(name)
  const base = reactive(copyOf(initial)) as Form // what stands there before anybody types
  const mine = reactive({ ...copyOf(initial), ...draft }) as Form
  const restored = ref(draft !== undefined)
  const touched = computed(() => JSON.stringify(mine) !== JSON.stringify(base))
  const keep = () => keepDraft<Form>(name, () => (touched.value ? { ...mine } : undefined))
  let stop = keep()
  const stop_keeping = () => stop()

  // Fills fields in for the person; what they wrote themselves stays.
  function propose(words: Partial<Form>): void {
    const free = Object.keys(words).filter(
      (field) => JSON.stringify(mine[field]) === JSON.stringify(base[field]),
    )
    const taken = Object.fromEntries(free.map((field) => [field, words[field]]))
    Object.assign(base, copyOf(words))
    Object.assign(mine, copyOf(taken))
  }

  // Empty again, and kept again, also where the words before were taken.
  function startOver(): void {
    stop()
    Object.assign(mine, copyOf(base))
    restored.value = false
    stop = keep()
  }

  return { mine, restored, touched, propose, startOver, drop: stop_keeping, stop_keeping }
}

export function useMaking<Form extends Record<string, unknown>, Output>(
  name: string,
  initial: Form,
  send: (form: Form, key: string) => Promise<Output>,
) {
  const draft = useDraft(name, initial)
  const { submit, sending, problem } = useSubmission(send, { name })

  async function make(): Promise<Output | undefined> {
    const output = await submit({ ...draft.mine })
    if (output !== undefined) draft.stop_keeping()
    return output
  }

  function startOver(): void {
    problem.value = undefined
    draft.startOver()
  }

  return { ...draft, startOver, make, sending, problem }
}
