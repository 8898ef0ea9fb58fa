// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The number that a picked piece of the document begins with, by the rules of the reader
// (features/plan/numbering.h). No numbers: 12.5万亩, 3、4号线, 第三产业, 2022年.
import { is_blank } from './correction_state'

export interface LeadingNumber {
  value: number
  mark: string // as it stands there, with the blanks around it
}

interface Marker {
  value: number
  length: number // in folded characters without blanks
  is_weak?: boolean // a number only where one is expected: 1： 1， "1 " 第一，
}
type HasGap = (at: number) => boolean

const han = '[〇零一二两三四五六七八九十百]{1,6}'
const digits = '\\d{1,4}'
const counted = new RegExp(`^(?:${han}|${digits}(?!\\d))`, 'u')
const symbols: [first: string, last: string, value: number][] = [
  ['①', '⑳', 1],
  ['㉑', '㉟', 21],
  ['❶', '❿', 1],
  ['➀', '➉', 1],
  ['⑴', '⒇', 1],
  ['⒈', '⒛', 1],
  ['㈠', '㈩', 1],
  ['Ⅰ', 'Ⅻ', 1],
]

// In a row of cells the first that is filled has the number, and no digit of the next belongs to
// it. `expected`: what a doubtful one of a topic must be; a heading has none.
export function leadingNumber(text: string, expected?: number): LeadingNumber | undefined {
  const lead = /^\s*/u.exec(text)![0]
  const cell = text.slice(lead.length).split('\t')[0]!
  const is_row = expected !== undefined && text.includes('\t')
  const characters = [...cell]
  const kept = characters.flatMap((one, at) => (is_blank(one) ? [] : [at]))
  const folded = kept.map((at) => fold(characters[at]!))
  const has_gap = (at: number) => at > 0 && at < kept.length && kept[at]! > kept[at - 1]! + 1
  const marker = (is_row && cellNumber(folded)) || markerAt(folded, has_gap)
  if (!marker || marker.value === 0) return undefined
  if (marker.is_weak && marker.value !== expected) return undefined
  const end = lead.length + characters.slice(0, kept[marker.length - 1]! + 1).join('').length
  if (text.slice(end).trim() === '') return undefined // 议题2: no title would be left
  const behind = /^\s*/u.exec(text.slice(end))![0]
  return { value: marker.value, mark: text.slice(0, end + behind.length) }
}

// As the reader folds (script.h), as far as numbers have it.
const written = '︰﹐﹑﹒﹔﹕﹙﹚｡､○議題課選專節兩'
const meant = ':,、.;:()。、〇议题课选专节两'

function fold(one: string): string {
  const code = one.codePointAt(0)!
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if ((code >= 0x2f00 && code <= 0x2fd5) || (code >= 0xf900 && code <= 0xfaff)) {
    return one.normalize('NFKC')
  }
  return meant[written.indexOf(one)] ?? one
}

// 7, 七, 第七: all that the cell says.
function cellNumber(folded: readonly string[]): Marker | undefined {
  const from = folded[0] === '第' ? 1 : 0
  const number = numberAt(folded, from)
  const is_whole = number.length > 0 && from + number.length === folded.length
  return is_whole ? { value: number.value, length: folded.length } : undefined
}

function numberAt(folded: readonly string[], at: number): Marker {
  const hit = counted.exec(folded.slice(at, at + 7).join(''))?.[0]
  if (!hit) return { value: 0, length: 0 }
  return /^\d/.test(hit) ? { value: Number(hit), length: hit.length } : hanNumber([...hit])
}

function hanNumber(characters: readonly string[]): Marker {
  let [total, digit, length] = [0, -1, 0]
  for (const one of characters) {
    if (one === '十' || one === '百') {
      total += (digit < 0 ? 1 : digit) * (one === '十' ? 10 : 100)
      digit = 0
    } else {
      const next = one === '零' ? 0 : one === '两' ? 2 : '〇一二三四五六七八九'.indexOf(one)
      if ((digit > 0 && next > 0) || (next === 0 && total === 0)) break
      digit = next
    }
    length += 1
  }
  return { value: total + Math.max(digit, 0), length }
}

const isOne = (one: string | undefined, of: string) => one !== undefined && of.includes(one)

function markerAt(folded: readonly string[], has_gap: HasGap): Marker | undefined {
  if (/^[议课选专]题/u.test(folded.join(''))) return named(folded, has_gap)
  if (folded[0] === '第') return ordinal(folded, has_gap)
  return (
    symbol(folded) ??
    paren(folded, 0) ??
    dotted(folded.join(''), has_gap) ??
    delimited(folded, has_gap)
  )
}

function symbol(folded: readonly string[]): Marker | undefined {
  const one = folded[0] ?? ''
  const row = symbols.find(([first, last]) => one >= first && one <= last)
  if (!row) return undefined
  const closed = isOne(folded[1], '、.')
  if (row[0] === 'Ⅰ' && !closed) return undefined
  return { value: row[2] + one.charCodeAt(0) - row[0].charCodeAt(0), length: closed ? 2 : 1 }
}

function paren(folded: readonly string[], at: number): Marker | undefined {
  const from = at + (isOne(folded[at], '(〔[【') ? 1 : 0)
  const number = numberAt(folded, from)
  const close = from + number.length
  if (number.value === 0 || !isOne(folded[close], ')〕]】')) return undefined
  return { value: number.value, length: close + (isOne(folded[close + 1], '、.') ? 2 : 1) - at }
}

// 1.1
function dotted(text: string, has_gap: HasGap): Marker | undefined {
  const hit = /^\d{1,2}(?:\.\d{1,2}){1,3}(?![\d]|\.\d)/.exec(text)?.[0]
  if (!hit || [...hit].some((one, at) => one === '.' && has_gap(at + 1))) return undefined
  const closed = isOne(text[hit.length], '、.')
  const length = hit.length + (closed ? 1 : 0)
  if (length >= text.length || (!closed && !has_gap(hit.length))) return undefined
  return { value: Number(hit.split('.').pop()), length }
}

function delimited(folded: readonly string[], has_gap: HasGap): Marker | undefined {
  const { value, length } = numberAt(folded, 0)
  if (length === 0 || length > 3 || value === 0) return undefined
  const delimiter = folded[length]
  if (!isOne(delimiter, '、.,:。')) {
    const is_number = has_gap(length) && !isOne(delimiter, '年月日号个场次项件季至到-—~')
    return is_number ? { value, length, is_weak: true } : undefined
  }
  let end = length + 1
  if (!has_gap(end)) {
    const is_digit = /^\d$/.test(folded[end] ?? '')
    if (delimiter === '.' && is_digit && /^\d/.test(folded[0]!)) return undefined // 12.5万亩
    const next = numberAt(folded, end)
    const counts_on = next.length > 0 && next.value === value + 1
    if (counts_on && !isOne(folded[end + next.length], '年月')) return undefined // 3、4号线
  }
  while (isOne(folded[end], '、.')) end += 1
  return { value, length: end, is_weak: !isOne(delimiter, '、.') }
}

// 议题一： 课题（2）
function named(folded: readonly string[], has_gap: HasGap): Marker | undefined {
  const number = paren(folded, 2) ?? numberAt(folded, 2)
  const end = 2 + number.length
  if (number.length === 0) return undefined
  if (isOne(folded[end], ':、.,')) return { value: number.value, length: end + 1 }
  return end < folded.length && !has_gap(end) ? undefined : { value: number.value, length: end }
}

function ordinal(folded: readonly string[], has_gap: HasGap): Marker | undefined {
  const { value, length } = numberAt(folded, 1)
  if (length === 0 || value === 0) return undefined
  const end = 1 + length
  const word = /^(?:部分|章|篇|节)/u.exec(folded.slice(end).join(''))?.[0]
  if (word) {
    const after = end + word.length
    if (isOne(folded[after], '、:.,')) return { value, length: after + 1 }
    if (after === folded.length || has_gap(after)) return { value, length: after }
  }
  if (/^议题[:、]/u.test(folded.slice(end).join(''))) return { value, length: end + 3 }
  return isOne(folded[end], '、:,.') ? { value, length: end + 1, is_weak: true } : undefined
}
