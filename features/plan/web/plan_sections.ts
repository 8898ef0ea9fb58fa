// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A plan's text in its parts, as the form that edits it has them: one text, so that a draft of the
// form is kept as others are. Two people's changes go together where each changed other parts; where
// one of them added, took out or moved parts, a person decides.
import type { Change } from '@/forms/editing'
import { t } from '@/i18n'

export interface Section {
  heading: string
  text: string
}

export const sectionsIn = (text: string): Section[] => JSON.parse(text) as Section[]
export const sectionsText = (sections: readonly Section[]): string =>
  JSON.stringify(sections.map(({ heading, text }) => ({ heading, text })))

export const readable = (text: string): string =>
  sectionsIn(text)
    .map((one) => [one.heading, one.text].filter((words) => words.trim()).join('\n'))
    .join('\n\n')

// What both say, part by part; undefined: they cannot be put together.
export function together(before: string, mine: string, theirs: string): string | undefined {
  const [was, own, other] = [before, mine, theirs].map(sectionsIn) as [
    Section[],
    Section[],
    Section[],
  ]
  if (own.length !== was.length || other.length !== was.length) return undefined
  return sectionsText(
    was.map((part, at) => ({
      heading: own[at]!.heading === part.heading ? other[at]!.heading : own[at]!.heading,
      text: own[at]!.text === part.text ? other[at]!.text : own[at]!.text,
    })),
  )
}

// What somebody else changed, each part by itself where the parts are still the same ones.
export function changesOf({ before, now, mine }: Change): Change[] {
  const [was, is, own] = [before, now, mine].map(sectionsIn) as [Section[], Section[], Section[]]
  if (is.length !== was.length || own.length !== was.length)
    return [
      { field: 'sections', before: readable(before), now: readable(now), mine: readable(mine) },
    ]
  const shown = (one: Section) => readable(sectionsText([one]))
  return was.flatMap((part, at) =>
    shown(part) === shown(is[at]!)
      ? []
      : [
          {
            field: `sections.${at + 1}`,
            before: shown(part),
            now: shown(is[at]!),
            mine: shown(own[at]!),
          },
        ],
  )
}

export function labelOf(field: string): string {
  const [name, number] = field.split('.')
  if (name !== 'sections') return t(`plan.web.field.${field}`)
  return number ? t('plan.web.edit.section', { number }) : t('plan.web.edit.text')
}
