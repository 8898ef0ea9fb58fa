// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A submission that may need a fresh proof: while `asked` says so, proof_form.vue is shown, and what
// was asked for goes on when it is given.
import { computed, shallowRef } from 'vue'
import { useSubmission } from '@/forms/submission'

export function useProvedSubmission<Input, Output>(
  send: (input: Input, key: string) => Promise<Output>,
  done: (output: Output, input: Input) => void,
) {
  const submission = useSubmission(send)
  const waiting = shallowRef<{ input: Input }>()
  const stale = computed(() => submission.problem.value?.code === 'members.prove_again')

  // What waits for a proof is not put aside by something else: it goes on, or is left, first.
  async function submit(input: Input): Promise<void> {
    if (waiting.value && waiting.value.input !== input) return
    waiting.value = undefined
    const output = await submission.submit(input)
    if (output !== undefined) done(output, input)
    else if (stale.value) waiting.value = { input }
  }

  return {
    submit,
    sending: submission.sending,
    problem: computed(() => (stale.value ? undefined : submission.problem.value)),
    asked: computed(() => waiting.value !== undefined),
    waiting: computed(() => waiting.value?.input),
    goOn: () => (waiting.value ? submit(waiting.value.input) : Promise.resolve()),
    leave: () => {
      waiting.value = undefined
      submission.problem.value = undefined
    },
  }
}
