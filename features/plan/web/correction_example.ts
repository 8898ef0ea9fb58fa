// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A small document and its correction, for the tests.
import {
  pickOf,
  stateOf,
  type Correction,
  type Pick,
  type Place,
  type Source,
} from './correction_state'

type Piece = [place: Place, target: number, text: string]
export const pieces: Piece[][] = [
  [['title', -1, '某区政协2025年协商工作计划']],
  [],
  [
    ['topic_mark', 0, '1.'],
    ['topic_title', 0, '提升养老服务'],
  ],
  [
    ['topic_mark', 0, '责任部门：'],
    ['topic_responsible', 0, '民政局'],
  ],
  [
    ['topic_mark', 1, '2.'],
    ['topic_title', 1, '推进垃圾分类 ，共建家园'],
  ],
  [['section_text', 0, '加强领导。']],
  [['unplaced', -1, '— 3 —']],
  [['unplaced', -1, '3\t整治𠮷水河\t9月\t住建局']],
]
export const source: Source = {
  texts: pieces.map((line) => [...line.map(([, , text]) => text).join('')]),
  numbers: pieces.map((_, at) => at + 1),
  sheets: pieces.map(() => ''),
}
const topic = (number: number, title: string, responsible: string[], line: number) => ({
  number,
  kind: 'thematic' as const,
  title,
  period: '',
  month: null,
  responsible,
  participating: [],
  line,
  key: number - 1,
})
export const correction: Correction = {
  title: '某区政协2025年协商工作计划',
  committee: '某区政协',
  year: 2025,
  sections: 1,
  topics: [topic(1, '提升养老服务', ['民政局'], 3), topic(2, '推进垃圾分类 ，共建家园', [], 5)],
  reasons: [],
  lines: pieces.map((line) => ({
    runs: line.map(([place, target, text]) => ({ place, target, length: [...text].length })),
  })),
  next_key: 2,
}
export const start = stateOf(correction)
export const whole = (line: number): Pick[] => pickOf(start, source, line)
