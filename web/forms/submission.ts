// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// One submission of a form. Its key lives until the server has said yes or no: a retry of the same
// words after an unknown outcome goes under the same key and so is carried out once. Kept over a
// reload when `name` is given.
import { computed, ref, shallowRef } from 'vue'
import { newKey } from '../api/idempotency'
import { asProblem, type Problem } from '../api/problem'

interface Pending {
  words: string
  key: string
}

interface Options<Input> {
  name?: string
  words?: (input: Input) => string
}

export function useSubmission<Input, Output>(
  send: (input: Input, key: string) => Promise<Output>,
  options: Options<Input> = {},
) {
  const words_of = options.words ?? ((input: Input) => JSON.stringify(input))
  const store = options.name === undefined ? undefined : `xieshang.pending.${options.name}`
  const sending = ref(false)
  const problem = shallowRef<Problem>()
  const pending = shallowRef(store ? recalled(store) : undefined)

  function keep(value: Pending | undefined): void {
    pending.value = value
    if (!store) return
    if (value) sessionStorage.setItem(store, JSON.stringify(value))
    else sessionStorage.removeItem(store)
  }

  async function submit(input: Input): Promise<Output | undefined> {
    if (sending.value) return undefined
    const words = words_of(input)
    if (pending.value?.words !== words) keep({ words, key: newKey() })
    sending.value = true
    problem.value = undefined
    try {
      const output = await send(input, pending.value!.key)
      keep(undefined)
      return output
    } catch (trouble) {
      problem.value = asProblem(trouble)
      if (!problem.value.unknown && problem.value.status !== 401) keep(undefined)
      return undefined
    } finally {
      sending.value = false
    }
  }

  return {
    submit,
    sending,
    problem,
    unknown: computed(() => problem.value?.unknown ?? false),
    unsettled: computed(() => pending.value?.words), // sent, and neither accepted nor refused
  }
}

function recalled(store: string): Pending | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(store) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
