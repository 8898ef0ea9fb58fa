// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Small numbers in Chinese numerals, as 第六届 and 第二十一届 say them.

const digits = [...'零一二三四五六七八九']

// 1 to 99; others stay as they are.
export function chineseNumber(value: string | number): string {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1 || number > 99) return String(value)
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return (tens > 1 ? digits[tens]! : '') + (tens ? '十' : '') + (ones ? digits[ones]! : '')
}

// A number as people type it: 7, ７, 七, 第七届. Nothing where it is none above 0.
export function numberIn(text: string): number | undefined {
  const words = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^第/, '')
    .replace(/[届屆]$/, '')
  if (/^\d{1,3}$/.test(words)) return Number(words) || undefined
  for (let number = 1; number < 100; number++) if (chineseNumber(number) === words) return number
  return undefined
}
