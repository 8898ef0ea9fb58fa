// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// One person at one correction: its states, kept on the server a moment after the last change, and
// what others do to it meanwhile. Nothing is written over unasked: when somebody else was faster,
// `theirs` waits until this person has decided.
import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { draftOf, forgetDraft, keepDraft } from '@/forms/draft'
import { useSubmission } from '@/forms/submission'
import {
  fetchCorrection,
  finishCorrection,
  keepCorrection,
  type CorrectionView,
} from './correction_api'
import { useHistory } from './correction_history'
import { useArrivals } from './correction_arrivals'
import { differenceOf } from './correction_difference'
import { correctionOf, stateOf, type Correction, type State } from './correction_state'
import { setPlan, withTypedYear } from './correction_topics'
import { isNoYear } from './plan_kinds'

const keep_after_ms = 1200
const try_again_ms = 5000

interface Finish {
  seen: number // the version
  again: boolean // although the file has a plan
}

interface Draft {
  version: number
  words?: Correction // that the server has not got
  year: string // as it is typed
}

const isSame = (a: Correction, b: Correction) =>
  JSON.stringify(correctionOf(stateOf(a))) === JSON.stringify(correctionOf(stateOf(b)))

export type Keeping = 'kept' | 'changed' | 'sending' | 'failed' | 'stale'

export function useDesk(id: string, first: CorrectionView) {
  const history = useHistory<State>(stateOf(first.correction))
  const version = ref(first.version)
  const draft_name = `correction.${id}`
  const kept_at = ref(first.version > 1 ? first.updated_at : undefined)
  const kept_state = shallowRef(history.present.value)
  const theirs = shallowRef<CorrectionView>()
  const arrivals = useArrivals(history.present)
  const authorship = shallowRef(first.authorship) // of what the server has
  const told_finished = ref(first.finished)
  // A plan of it stands: nothing can be changed. One's own plan whose saving was not answered is
  // asked for again first.
  const finished = computed(() => told_finished.value && unsettled.value === undefined)
  const dirty = computed(() => history.present.value !== kept_state.value)

  const keeping = useSubmission(({ seen, words }: { seen: number; words: Correction }, key) =>
    keepCorrection(id, seen, words, key),
  )
  const finishing = useSubmission(
    ({ seen, again }: Finish, key) => finishCorrection(id, seen, again, key),
    { name: `finish.${id}` },
  )

  // What the server has not got yet outlives a reload and a lost session in this window.
  const draft = draftOf<Draft>(draft_name)
  if (draft?.words) {
    history.change(stateOf(draft.words))
    version.value = draft.version
    if (draft.version !== first.version) meet(first)
  }
  if (draft && isNoYear(draft.year)) {
    const was_kept = !dirty.value
    history.change(setPlan(history.present.value, { year: draft.year }))
    if (was_kept) kept_state.value = history.present.value
  }
  const stop_drafting = keepDraft<Draft>(draft_name, () => {
    const { year } = history.present.value
    if (!dirty.value && !isNoYear(year)) return undefined
    const words = dirty.value ? { words: correctionOf(history.present.value) } : {}
    return { version: version.value, ...words, year }
  })

  const status = computed<Keeping>(() => {
    if (theirs.value) return 'stale'
    if (keeping.sending.value) return 'sending'
    if (dirty.value && keeping.problem.value) return 'failed'
    return dirty.value ? 'changed' : 'kept'
  })

  let timer: ReturnType<typeof setTimeout> | undefined
  function later(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void keep(), ms)
  }
  watch(history.present, () => dirty.value && later(keep_after_ms), { immediate: true })

  // True when the server has what is on the screen.
  async function keep(): Promise<boolean> {
    clearTimeout(timer)
    if (!dirty.value) return true
    if (theirs.value || keeping.sending.value || finished.value) return false
    const state = history.present.value
    if (isKept(state)) {
      kept_state.value = state
      return true
    }
    const kept = await keeping.submit({ seen: version.value, words: correctionOf(state) })
    if (kept) {
      version.value = kept.version
      kept_at.value = kept.updated_at
      authorship.value = kept.authorship
      kept_state.value = state
      if (dirty.value) later(keep_after_ms)
      else forgetSent(correctionOf(state))
      return !dirty.value
    }
    if (keeping.problem.value?.stale) {
      const view = await fetchCorrection(id).catch(() => undefined)
      if (view) meet(view)
    }
    if (dirty.value && !theirs.value) later(try_again_ms)
    return !dirty.value
  }

  // What is typed and is no year is nothing to keep.
  function isKept(state: State): boolean {
    if (keeping.unsettled.value !== undefined) return false
    return isSame(correctionOf(state), correctionOf(kept_state.value))
  }

  // When the page was left before the answer came, nobody watches the draft any more.
  function forgetSent(words: Correction): void {
    const left = draftOf<Draft>(draft_name)
    if (left?.words && isSame(left.words, words)) forgetDraft(draft_name)
  }

  // Somebody was faster, if only oneself on a page that was left: the same words are no conflict.
  function meet(view: CorrectionView): void {
    told_finished.value = view.finished
    if (!isSame(view.correction, correctionOf(history.present.value))) {
      theirs.value = view
      return
    }
    version.value = view.version
    kept_at.value = view.updated_at
    authorship.value = view.authorship
    kept_state.value = history.present.value
    keeping.problem.value = undefined
  }

  // What the server has now, told by its events.
  function hear(view: CorrectionView): void {
    if (!finishing.sending.value) told_finished.value = view.finished
    if (view.version <= version.value || keeping.sending.value) return
    if (finishing.sending.value || unsettled.value !== undefined) return // may be one's own plan: asked again as it was
    if (dirty.value && !isKept(history.present.value)) meet(view)
    else adopt(view)
  }

  // Somebody else's words take the place of those on the screen: it is told which, and one step back
  // is what was there before.
  function adopt(view: CorrectionView): void {
    const before = history.present.value
    if (!isSame(view.correction, correctionOf(before))) {
      history.change(withTypedYear(stateOf(view.correction), before), `by ${view.updated_by_name}`)
      arrivals.tell(view.updated_by_name, view.updated_at, before, history.present.value)
    }
    kept_state.value = history.present.value
    kept_at.value = view.updated_at
    settle(view)
  }

  function undoArrival(): void {
    history.undo()
    arrivals.forget()
  }

  // Whichever is taken, undoing brings the other back.
  function takeTheirs(): void {
    const view = theirs.value
    if (!view) return
    history.change(withTypedYear(stateOf(view.correction), history.present.value))
    kept_state.value = history.present.value
    settle(view)
    kept_at.value = view.updated_at
  }

  async function keepMine(): Promise<void> {
    const view = theirs.value
    if (!view) return
    const mine = history.present.value
    settle(view)
    history.change(stateOf(view.correction))
    history.change(mine)
    await keep()
  }

  function settle(view: CorrectionView): void {
    version.value = view.version
    authorship.value = view.authorship
    told_finished.value = view.finished
    theirs.value = undefined
    keeping.problem.value = undefined
  }

  // What was asked and not answered, as long as nothing else has been kept since: saving makes one
  // version more.
  const unsettled = computed(() => {
    const asked = JSON.parse(finishing.unsettled.value ?? 'null') as Finish | null
    if (!asked || dirty.value) return undefined
    return version.value === asked.seen || version.value === asked.seen + 1 ? asked : undefined
  })

  async function finish(again: boolean) {
    while (keeping.sending.value) await new Promise((again) => setTimeout(again, 50))
    if (!(await keep())) return undefined
    const plan = await finishing.submit(unsettled.value ?? { seen: version.value, again })
    if (plan) stop_drafting()
    return plan
  }

  const difference = computed(() =>
    theirs.value
      ? differenceOf(correctionOf(history.present.value), theirs.value.correction)
      : undefined,
  )
  onBeforeUnmount(() => void keep())
  return {
    ...history,
    version,
    kept_at,
    authorship,
    finished,
    status,
    theirs,
    difference,
    arrivals,
    undoArrival,
    keep,
    hear,
    takeTheirs,
    keepMine,
    finish,
    keeping_problem: keeping.problem,
    finishing_problem: finishing.problem,
    finishing: finishing.sending,
    unsettled,
  }
}
