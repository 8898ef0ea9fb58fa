// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a person at a correction sees of the document, has chosen, and does with it; by button or by
// letter.
import { computed, nextTick, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import { say } from '@/design/say'
import { toHeading } from './correction_headings'
import { makeTopics } from './correction_making'
import { ignore, takeOut, toField, toSection, toTitle } from './correction_placing'
import { progressOf } from './correction_progress'
import {
  linesOfTopic,
  textOf,
  topicOfLine,
  type Field,
  type Pick,
  type Source,
  type State,
} from './correction_state'
import { whyNot, type Operation } from './correction_reasons'
import { mergeUp, setKind, splitAt } from './correction_topics'
import type { TopicKind } from './plan_kinds'

// The pane with the document's lines (correction_document.vue).
interface Pane {
  picks: () => Pick[]
  go: (line: number, how?: 'only' | 'up_to', block?: ScrollLogicalPosition) => Promise<void>
  show: (line: number) => void
  focus: () => Promise<void>
}

interface Work {
  state: Ref<State>
  source: Source
  warned: Ref<ReadonlySet<number>>
  pane: Ref<Pane | null | undefined>
  change: (state: State, name?: string) => void
  undo: () => void
  redo: () => void
  save: () => void
  may: () => boolean // change anything
}

export type Filter = 'all' | 'left' | 'warned'

export function useWork({ state, source, warned, pane, change, undo, redo, save, may }: Work) {
  const progress = computed(() => progressOf(state.value, source))
  const filter = ref<Filter>('all')
  const side = ref<'document' | 'plan'>('document') // on a phone, one at a time
  const lit = ref<number>()
  const chosen = ref<number[]>([])
  const open = ref<'ignore' | 'field' | 'kind' | 'heading' | 'more'>()
  const keys = ref(false)
  // What opens above the lines takes room from them: the chosen one stays in sight.
  watch([open, keys], async () => {
    await nextTick()
    if (chosen.value.length) pane.value?.show(chosen.value[0]!)
  })

  const shown = computed(() => {
    const all = source.texts.map((_, line) => line)
    if (filter.value === 'left') return progress.value.lines
    return filter.value === 'warned' ? all.filter((line) => warned.value.has(line)) : all
  })
  // Of the chosen lines, in their order.
  const topics = computed(() => [
    ...new Set(
      chosen.value.flatMap((line) => {
        const at = topicOfLine(state.value, line)
        return at === undefined ? [] : [at]
      }),
    ),
  ])
  // The topic of the line, else of the nearest line above.
  const near = computed(() => {
    for (let line = chosen.value[0] ?? -1; line >= 0; line -= 1) {
      const at = topicOfLine(state.value, line)
      if (at !== undefined) return at
    }
    return 0
  })
  const why = computed(() => whyNot(state.value, chosen.value))
  const text = computed(() =>
    chosen.value
      .map((line) => textOf(source, { line, begin: 0, end: source.texts[line]!.length }))
      .join(''),
  )

  // On a phone: the other side, where this one was.
  watch(side, async (now) => {
    await nextTick()
    const at = lit.value ?? (chosen.value.length ? near.value : undefined)
    if (now === 'plan' && at !== undefined) {
      document.getElementById(`topic-${at}`)?.scrollIntoView({ block: 'start' })
    }
    if (now === 'document') {
      const line = lineOf(lit.value) ?? chosen.value[0]
      if (line !== undefined) pane.value?.show(line)
    }
  })

  // The chosen line when it belongs to the topic, else the topic's first.
  function lineOf(at: number | undefined): number | undefined {
    if (at === undefined) return undefined
    const lines = linesOfTopic(state.value, at)
    return chosen.value.find((line) => lines.includes(line)) ?? lines[0]
  }

  async function seek(line: number, block: ScrollLogicalPosition = 'nearest'): Promise<void> {
    if (!shown.value.includes(line)) filter.value = 'all'
    side.value = 'document'
    await nextTick()
    await pane.value?.go(line, 'only', block)
  }

  function seekNext(lines: readonly number[]): void {
    const here = chosen.value[chosen.value.length - 1] ?? -1
    const to = lines.find((line) => line > here) ?? lines[0]
    if (to !== undefined) void seek(to)
  }
  const next = () => seekNext(progress.value.lines)
  const nextWarned = () =>
    seekNext([...warned.value].filter((line) => line >= 0).sort((a, b) => a - b))

  // From the document: its topic comes into sight beside it, and the other way round.
  function light(at: number | undefined): void {
    lit.value = at
    if (at !== undefined) {
      void nextTick(() =>
        document.getElementById(`topic-${at}`)?.scrollIntoView({ block: 'nearest' }),
      )
    }
  }

  function lightTopic(at: number | undefined): void {
    lit.value = at
    const first = at === undefined ? undefined : linesOfTopic(state.value, at)[0]
    if (first !== undefined) pane.value?.show(first)
  }

  function act(operation: (picks: Pick[]) => State): void {
    const picks = pane.value?.picks() ?? []
    if (picks.length === 0) return
    change(operation(picks))
    window.getSelection()?.removeAllRanges()
    const first = shown.value[0]
    if (filter.value === 'all') void pane.value?.focus()
    else if (first !== undefined) void nextTick(() => pane.value?.go(first))
  }

  const make = () => act((picks) => makeTopics(state.value, source, picks))
  const section = () => act((picks) => toSection(state.value, source, picks))
  const heading = (kind?: TopicKind) => act((picks) => toHeading(state.value, source, picks, kind))
  const title = () => act((picks) => toTitle(state.value, source, picks))
  const out = () => act((picks) => takeOut(state.value, source, picks))
  const leave = (reason: string) => act((picks) => ignore(state.value, source, picks, reason))
  const put = (at: number, field: Field | 'mark') =>
    act((picks) => toField(state.value, source, picks, at, field))

  function merge(): void {
    change(mergeUp(state.value, source, topics.value[0]!))
    void pane.value?.focus()
  }

  function split(): void {
    const line = chosen.value[0]!
    change(splitAt(state.value, source, topicOfLine(state.value, line)!, line))
    void pane.value?.focus()
  }

  function rekind(kind: TopicKind): void {
    change(setKind(state.value, topics.value, kind))
    void pane.value?.focus()
  }

  // From a line to the words of its topic, and from these back to the line.
  function edit(): void {
    const at = topics.value[0]
    if (at !== undefined) {
      document.querySelector<HTMLElement>(`#topic-${at} textarea`)?.focus()
    }
  }

  function back(at: number): void {
    if (topics.value[0] === at) return void pane.value?.focus()
    const first = linesOfTopic(state.value, at)[0]
    if (first !== undefined) void pane.value?.go(first)
  }

  const operations: Record<string, [Operation, () => void]> = {
    t: ['make_topic', make],
    s: ['to_section', section],
    h: ['to_heading', () => (open.value = 'heading')],
    u: ['take_out', out],
    m: ['merge', merge],
    x: ['split', split],
    e: ['edit', edit],
    k: ['kind', () => (open.value = 'kind')],
    i: ['ignore', () => (open.value = 'ignore')],
    f: ['to_field', () => (open.value = 'field')],
  }
  const moves: Record<string, () => void> = {
    n: next,
    w: nextWarned,
    '?': () => (keys.value = !keys.value),
  }

  function command(letter: string): void {
    const [name, act] = operations[letter] ?? []
    if (name && !may()) return
    const reason = name && why.value[name]
    if (reason) say(reason, 'warning')
    else (act ?? moves[letter])?.()
  }

  function key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && keys.value) {
      keys.value = false
      return
    }
    const typing = (event.target as Element).closest?.('input, textarea, select')
    const is_taken = event.defaultPrevented || typing // the lines know their letters by themselves
    if (event.key === '?' && !is_taken) return command('?')
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !may()) return
    const letter = event.key.toLowerCase()
    if (letter === 's') {
      event.preventDefault()
      return save()
    }
    if (typing || !'zy'.includes(letter)) return // fields have an undoing of their own
    event.preventDefault()
    if (letter === 'y' || event.shiftKey) redo()
    else undo()
  }
  onMounted(() => window.addEventListener('keydown', key))
  onBeforeUnmount(() => window.removeEventListener('keydown', key))

  return {
    progress,
    filter,
    side,
    lit,
    chosen,
    open,
    keys,
    shown,
    topics,
    near,
    why,
    text,
    seek,
    next,
    light,
    lightTopic,
    command,
    make,
    section,
    heading,
    title,
    out,
    leave,
    put,
    merge,
    split,
    rekind,
    back,
  }
}
