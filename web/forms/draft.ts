// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Words typed into a form outlive a reload, a lost session and a wrong turn: they wait in this
// tab's storage until the server has taken them or the person throws them away.
import { watch } from 'vue'

const prefix = 'xieshang.draft.'

export function draftOf<Form>(name: string): Form | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null') as Form | null) ?? undefined
  } catch {
    return undefined
  }
}

export function forgetDraft(name: string): void {
  sessionStorage.removeItem(prefix + name)
}

// Keeps what `form` returns whenever it changes; undefined: nothing worth keeping. Returns the end
// of the keeping.
export function keepDraft<Form>(name: string, form: () => Form | undefined): () => void {
  const stop = watch(
    form,
    (value) => {
      if (value === undefined) forgetDraft(name)
      else sessionStorage.setItem(prefix + name, JSON.stringify(value))
    },
    { deep: true, flush: 'sync' },
  )
  return () => {
    stop()
    forgetDraft(name)
  }
}
