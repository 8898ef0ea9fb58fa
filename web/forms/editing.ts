// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Editing one kept thing while others may do the same. `seen` is what this person started from,
// `mine` the words on the screen. Saving sends only what differs. When somebody was faster (412),
// `changes` says what they changed, and this person goes on from the new version with their own
// words, or takes the others'.
import { computed, reactive, ref, shallowRef, watch, type Ref } from 'vue'
import { useSubmission } from './submission'
import { draftOf, forgetDraft, keepDraft } from './draft'

type Values = Record<string, string>

export interface Kept<Form extends Values> {
  version: number
  values: Form
}

export interface Change {
  field: string
  before: string
  now: string
  mine: string
}

interface Options<Form extends Values, Output> {
  name: string
  kept: Ref<Kept<Form> | undefined>
  latest: () => Promise<Kept<Form>>
  send: (changed: Partial<Form>, version: number, key: string) => Promise<Output>
  // What a field says where this person goes on with his words and others changed it, too: both, if
  // they go together; undefined, or none: this person's.
  together?: (field: string, before: string, mine: string, theirs: string) => string | undefined
}

interface Draft<Form extends Values> {
  seen: Kept<Form>
  mine: Form
}

export function useEditing<Form extends Values, Output>({
  name,
  kept,
  latest,
  send,
  together,
}: Options<Form, Output>) {
  const seen = shallowRef<Kept<Form>>()
  const mine = reactive<Values>({}) as Form
  const theirs = shallowRef<Kept<Form>>()
  const restored = ref(false)
  const stop_keeping = keepDraft<Draft<Form>>(name, () =>
    seen.value && dirty.value
      ? { seen: seen.value, mine: { ...mine } }
      : seen.value
        ? undefined
        : draftOf(name),
  )

  const fields = computed(() => Object.keys(seen.value?.values ?? {}))
  const changed = computed<Partial<Form>>(() => {
    const pairs = fields.value
      .filter((field) => mine[field] !== seen.value!.values[field])
      .map((field) => [field, mine[field]])
    return Object.fromEntries(pairs) as Partial<Form>
  })
  const dirty = computed(() => Object.keys(changed.value).length > 0)
  const changes = computed<Change[]>(() => {
    if (!theirs.value || !seen.value) return []
    const before = seen.value.values
    const now = theirs.value.values
    return fields.value
      .filter((field) => now[field] !== before[field])
      .map((field) => ({ field, before: before[field]!, now: now[field]!, mine: mine[field]! }))
  })

  watch(
    kept,
    (value) => {
      if (!value || (seen.value && (dirty.value || theirs.value))) return
      const draft = seen.value ? undefined : draftOf<Draft<Form>>(name)
      Object.assign(mine, draft?.mine ?? value.values)
      seen.value = draft?.seen ?? value
      restored.value = draft !== undefined
    },
    { immediate: true },
  )

  const submission = useSubmission(
    ({ changed: words, version }: { changed: Partial<Form>; version: number }, key) =>
      send(words, version, key),
    { name },
  )

  async function save(): Promise<Output | undefined> {
    const output = await submission.submit({ changed: changed.value, version: seen.value!.version })
    if (submission.problem.value?.stale) theirs.value = await latest().catch(() => undefined)
    if (output !== undefined) stop_keeping()
    return output
  }

  function goOn(take: 'mine' | 'theirs'): void {
    if (!theirs.value || !seen.value) return
    const untouched = fields.value.filter((field) => mine[field] === seen.value!.values[field])
    const taken = take === 'theirs' ? fields.value : untouched
    const both = (field: string): string | undefined =>
      together?.(field, seen.value!.values[field]!, mine[field]!, theirs.value!.values[field]!)
    Object.assign(
      mine,
      Object.fromEntries(
        fields.value.map((field) => [
          field,
          taken.includes(field) ? theirs.value!.values[field] : (both(field) ?? mine[field]),
        ]),
      ),
    )
    seen.value = theirs.value
    theirs.value = undefined
    submission.problem.value = undefined
  }

  function startOver(): void {
    if (kept.value) seen.value = kept.value
    if (seen.value) Object.assign(mine, seen.value.values)
    restored.value = false
    forgetDraft(name)
  }

  return {
    mine,
    dirty,
    touched: dirty,
    changed,
    restored,
    save,
    startOver,
    drop: stop_keeping,
    changes,
    stale: computed(() => theirs.value !== undefined),
    keepMine: () => goOn('mine'),
    takeTheirs: () => goOn('theirs'),
    ready: computed(() => seen.value !== undefined),
    sending: submission.sending,
    problem: submission.problem,
  }
}

// What a form needs of it, whatever its fields.
export type Editing = Pick<
  ReturnType<typeof useEditing>,
  | 'restored'
  | 'touched'
  | 'startOver'
  | 'drop'
  | 'stale'
  | 'changes'
  | 'keepMine'
  | 'takeTheirs'
  | 'problem'
  | 'sending'
>
