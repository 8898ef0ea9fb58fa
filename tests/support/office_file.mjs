// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Word documents for tests that stand outside of the program: node office_file.mjs KIND FILE writes
// one of the kinds below.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { crc32, deflateRawSync } from 'node:zlib'

const packages = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export function zipOf(parts) {
  const written = []
  const list = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const part = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed])
    written.push(part)
    list.push(Buffer.from('PK\x01\x02\x14\x00'), facts, place, Buffer.from(name))
    offset += part.length
  }
  const listed = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(written.length, 4)
  end.writeUInt16LE(written.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...written, listed, Buffer.from('PK\x05\x06'), end])
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const paragraph = (text) => `<w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`
const cell = (text) => `<w:tc>${paragraph(text)}</w:tc>`
const row = (cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`

export function wordParts(blocks) {
  const body = blocks.map((block) =>
    typeof block === 'string' ? paragraph(block) : `<w:tbl>${block.map(row).join('')}</w:tbl>`,
  )
  const main = 'word/document.xml'
  return {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Override PartName="/${main}" ContentType="${types}.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="${main}"/></Relationships>`,
    [main]: `<w:document xmlns:w="${word}"><w:body>${body.join('')}</w:body></w:document>`,
  }
}

export const wordFile = (blocks) => zipOf(wordParts(blocks))

// A plan with a table of this many topics.
export function planInATable(topics) {
  const rows = Array.from({ length: topics }, (_, at) => [
    `${at + 1}`,
    `推进第${at + 1}号老旧管网改造`,
    at % 2 ? '主席会议协商' : '专题协商',
    `${(at % 12) + 1}月`,
    '城建委',
    '区住建局、区水务局',
  ])
  const head = ['序号', '议题', '形式', '时间', '承办单位', '协办单位']
  return ['云栖区政协2026年协商工作计划', '为做好今年协商工作，制定本计划。', [head, ...rows]]
}

const kinds = {
  plan: () => wordFile(planInATable(34)),
  bomb: () => zipOf({ ...wordParts([]), 'word/document.xml': Buffer.alloc(256 << 20, ' ') }),
  entities: () =>
    zipOf({ ...wordParts([]), 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>' }),
  macros: () => zipOf({ ...wordParts(['计划']), 'word/vbaProject.bin': 'x' }),
  truncated: () => wordFile(planInATable(34)).subarray(0, 900),
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(process.argv[3], kinds[process.argv[2]]())
}
