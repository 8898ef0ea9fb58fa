// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What two corrections of one document do not agree on, word by word: what one has more is no
// reason to call all that stands below it different.
import { correctionOf, stateOf, type Correction } from './correction_state'

type Topic = Correction['topics'][number]
export const compared = [
  'number',
  'title',
  'kind',
  'period',
  'responsible',
  'participating',
] as const
export const facts = ['title', 'committee', 'year'] as const

export interface WordsDiffer {
  topic?: string // its title; undefined: of the plan itself
  what: (typeof compared)[number] | (typeof facts)[number] | 'topic' // topic: one has it, one has not
  mine: string
  theirs: string
}

export interface Difference {
  words: WordsDiffer[]
  lines: number // that went elsewhere
}

export function differenceOf(mine: Correction, theirs: Correction): Difference {
  // Written as this program writes it, whoever sent it.
  const [a, b] = [mine, theirs].map((one) => correctionOf(stateOf(one))) as [Correction, Correction]
  const plan = facts
    .map((what) => ({ what, mine: String(a[what] ?? ''), theirs: String(b[what] ?? '') }))
    .filter((one) => one.mine !== one.theirs)
  const pairs = paired(a.topics, b.topics)
  return {
    words: [...plan, ...pairs.flatMap(([one, other]) => topicDiffers(one, other))],
    lines: linesDiffer(a, b, pairs),
  }
}

function topicDiffers(mine: Topic | undefined, theirs: Topic | undefined): WordsDiffer[] {
  if (!mine || !theirs) {
    return [{ what: 'topic', mine: mine?.title ?? '', theirs: theirs?.title ?? '' }]
  }
  return compared
    .map((what) => ({
      topic: theirs.title || mine.title,
      what,
      mine: wordsOf(mine, what),
      theirs: wordsOf(theirs, what),
    }))
    .filter((one) => one.mine !== one.theirs)
}

function wordsOf(topic: Topic, what: (typeof compared)[number]): string {
  const value = topic[what]
  return Array.isArray(value) ? value.join('、') : String(value)
}

type Pair = [mine: Topic | undefined, theirs: Topic | undefined]

// Topics with the same title belong together, in the order of both; what stands between two such
// belongs together one by one.
function paired(mine: readonly Topic[], theirs: readonly Topic[]): Pair[] {
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  for (const [a, b] of [...common(mine, theirs), [mine.length, theirs.length] as const]) {
    for (; i < a || j < b; i += 1, j += 1) {
      pairs.push([i < a ? mine[i] : undefined, j < b ? theirs[j] : undefined])
    }
    if (a < mine.length) pairs.push([mine[a], theirs[b]])
    ;[i, j] = [a + 1, b + 1]
  }
  return pairs
}

// The longest row of equal titles in both, as places in each.
function common(mine: readonly Topic[], theirs: readonly Topic[]): (readonly [number, number])[] {
  const longest = Array.from({ length: mine.length + 1 }, () =>
    new Array<number>(theirs.length + 1).fill(0),
  )
  for (let i = mine.length - 1; i >= 0; i -= 1) {
    for (let j = theirs.length - 1; j >= 0; j -= 1) {
      longest[i]![j] =
        mine[i]!.title === theirs[j]!.title
          ? longest[i + 1]![j + 1]! + 1
          : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!)
    }
  }
  const places: (readonly [number, number])[] = []
  let [i, j] = [0, 0]
  while (i < mine.length && j < theirs.length) {
    if (mine[i]!.title === theirs[j]!.title) {
      places.push([i, j])
      ;[i, j] = [i + 1, j + 1]
    } else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i += 1
    else j += 1
  }
  return places
}

// Lines whose characters went elsewhere; a topic is the same one wherever each has it.
function linesDiffer(mine: Correction, theirs: Correction, pairs: readonly Pair[]): number {
  const names = new Map<Topic, number>()
  pairs.forEach((pair, at) => pair.forEach((topic) => topic && names.set(topic, at)))
  const places = (correction: Correction) =>
    correction.lines.map(({ runs }) =>
      runs
        .map(({ place, target, length }) => {
          if (place === 'ignored') return `${place} ${correction.reasons[target]} ${length}`
          const topic = place.startsWith('topic_') ? correction.topics[target] : undefined
          return `${place} ${topic ? names.get(topic) : target} ${length}`
        })
        .join(),
    )
  const other = places(theirs)
  return places(mine).filter((line, at) => line !== other[at]).length
}
