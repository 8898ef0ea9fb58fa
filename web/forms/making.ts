// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Making one new thing: the words typed so far outlive a reload, and are forgotten when the server
// has taken them.
import { reactive } from 'vue'
import { draftOf, keepDraft } from './draft'
import { useSubmission } from './submission'

export function useMaking<Form extends Record<string, unknown>, Output>(
  name: string,
  initial: Form,
  send: (form: Form, key: string) => Promise<Output>,
) {
  const mine = reactive({ ...initial, ...draftOf<Form>(name) }) as Form
  const untouched = JSON.stringify(initial)
  const stop_keeping = keepDraft<Form>(name, () =>
    JSON.stringify(mine) === untouched ? undefined : { ...mine },
  )
  const { submit, sending, problem } = useSubmission(send, { name })

  async function make(): Promise<Output | undefined> {
    const output = await submit({ ...mine })
    if (output !== undefined) stop_keeping()
    return output
  }

  return { mine, make, sending, problem }
}
