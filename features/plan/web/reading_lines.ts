// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which line of the document went where, and which lines belong to a topic of the reading.
import type { DocumentLine, DocumentView } from './plan_api'

export type Place = DocumentLine['place']

export const tones: Record<Place, 'red' | 'amber' | 'green' | 'blue' | 'grey'> = {
  title: 'red', section: 'grey', topic: 'green', topic_field: 'blue', unplaced: 'amber', blank: 'grey',
}

// line number → index of its topic. A topic's own line is told by the topic; the lines that carry on belong to the topic before.
export function topicsOfLines(document: Pick<DocumentView, 'lines' | 'reading'>): Map<number, number> {
  const owners = new Map<number, number>()
  const { topics } = document.reading
  let last = -1
  for (const line of document.lines) {
    const own = topics.findIndex((topic) => topic.line === line.line)
    if (own >= 0) last = own
    else if (/^\d+$/.test(line.target) && topics[Number(line.target)] && isOfTopic(line)) last = Number(line.target)
    if (isOfTopic(line) && last >= 0) owners.set(line.line, last)
  }
  return owners
}

function isOfTopic(line: DocumentLine): boolean {
  return line.place === 'topic' || line.place === 'topic_field'
}
