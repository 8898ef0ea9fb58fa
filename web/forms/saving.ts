// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Saving what was edited (editing.ts), and the way back. Who changed nothing is led back without a
// word.
import { toValue, type MaybeRefOrGetter, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { useDone } from './done'

interface Edited {
  dirty: Ref<boolean>
  save: () => Promise<unknown>
}

interface Options {
  lacks: () => boolean // what has to stand there is missing: it is not sent
  changes: readonly string[] // as in done.ts
  to: MaybeRefOrGetter<string>
}

export function useSaving(editing: Edited, { lacks, changes, to }: Options) {
  const done = useDone()
  const router = useRouter()
  return async (): Promise<void> => {
    if (lacks()) return
    if (!editing.dirty.value) await router.push(toValue(to))
    else if ((await editing.save()) !== undefined) await done(changes, toValue(to))
  }
}
