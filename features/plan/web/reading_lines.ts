// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which line of the document went where, and which lines belong to a topic of the reading.
import type { DocumentView, LineView } from './plan_api'

export type Place = LineView['place']

export const tones: Record<Place, 'red' | 'amber' | 'green' | 'blue' | 'grey'> = {
  title: 'red',
  section: 'grey',
  topic: 'green',
  topic_field: 'blue',
  unplaced: 'amber',
  blank: 'grey',
}

// The topic of a line; undefined: it belongs to none.
export function topicOf(
  line: LineView,
  topics: DocumentView['reading']['topics'],
): number | undefined {
  const owned = line.place === 'topic' || line.place === 'topic_field'
  return owned && topics[line.target] ? line.target : undefined
}

// The words of the document that a topic was read from. Numbers of lines begin anew in each sheet
// of a workbook, so its title tells which of several it is.
export function sourceOf(
  document: Pick<DocumentView, 'lines' | 'reading'>,
  line: number,
  title = '',
): string {
  const topics = document.reading.topics
  const own = document.lines.filter((one) => one.line === line)
  const owned = own.map((one) => topicOf(one, topics)).filter((one) => one !== undefined)
  const topic = owned.find((one) => topics[one]?.title === title) ?? owned[0]
  if (topic === undefined) return own[0]?.text.trim() ?? ''
  return document.lines
    .filter((one) => topicOf(one, document.reading.topics) === topic)
    .map((one) => one.text.trim())
    .join('\n')
}
