// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { texts } from '../i18n'
import { afterOf, beforeOf, differenceOf, wordsOf } from './word_difference'
import WordDifference from './word_difference.vue'

const pairs: [string, string][] = [
  ['', ''],
  ['', '加装电梯'],
  ['加装电梯', ''],
  ['老旧小区加装电梯', '老旧小区加装电梯与养老服务'],
  ['时间：5月\n承办：住建局', '时间：6月\n承办：住建局、民政局'],
  ['a  b\t c\n\n', 'a b c\n'],
  ['𠮷野家，e\u0301 👨‍👩‍👧', '吉野家，é 👨‍👩‍👦'],
]

// The same everywhere: a row of numbers that looks like chance.
function chances(seed: number): (below: number) => number {
  let at = seed
  return (below) => {
    at = (at * 1103515245 + 12345) % 2147483648
    return Math.floor((at / 2147483648) * below)
  }
}
const letters = ['协', '商', '电梯', ' ', '，', '\n', 'A', '1', '𠮷', 'e\u0301']
function anyText(chance: (below: number) => number): string {
  return Array.from({ length: chance(40) }, () => letters[chance(letters.length)]).join('')
}

function expectBothTexts(before: string, after: string): void {
  const pieces = differenceOf(before, after)
  expect([beforeOf(pieces), afterOf(pieces)]).toEqual([before, after])
}

describe('two texts compared by words', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('give both texts back, character by character', () => {
    for (const [before, after] of pairs) expectBothTexts(before, after)
    const chance = chances(7)
    for (let turn = 0; turn < 300; ++turn) expectBothTexts(anyText(chance), anyText(chance))
  })

  it('do so by characters where the browser knows no words', () => {
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined })
    expect(wordsOf('加装𠮷')).toEqual(['加', '装', '𠮷'])
    for (const [before, after] of pairs) expectBothTexts(before, after)
  })

  it('name what was added and taken away, and nothing else', () => {
    const pieces = differenceOf('时间：5月', '时间：6月')
    expect(pieces.filter((one) => one.kind === 'gone').map((one) => one.text)).toEqual(['5'])
    expect(pieces.filter((one) => one.kind === 'new').map((one) => one.text)).toEqual(['6'])
  })

  it('are shown as replaced where they have next to nothing in common', () => {
    const [before, after] = ['甲', '乙'].map((one, at) =>
      Array.from({ length: 1500 }, (_, i) => `${one}${i * 2 + at}，`).join(''),
    ) as [string, string]
    expectBothTexts(before, after)
  })
})

describe('the shown comparison', () => {
  const shown = (before: string, after: string) =>
    mount(WordDifference, { props: { before, after }, global: { plugins: [texts] } })
  const said = (element: Element, but: string) => {
    const copy = element.cloneNode(true) as Element
    for (const one of copy.querySelectorAll(`.sr-only, ${but}`)) one.remove()
    return copy.textContent
  }

  it('has both texts in it, and says to who hears it what was changed', () => {
    const screen = shown('时间：5月，区政协', '时间：6月，区政协')
    const words = screen.get('p.prewrap').element
    expect(said(words, 'ins')).toBe('时间：5月，区政协')
    expect(said(words, 'del')).toBe('时间：6月，区政协')
    expect(screen.get('del .sr-only').text()).not.toBe('')
    expect(screen.get('ins .sr-only').text()).not.toBe('')
  })

  it('shows each text alone, by a button', async () => {
    const screen = shown('旧的文字', '新的文字')
    const buttons = screen.findAll('button')
    await buttons[1]!.trigger('click')
    expect(screen.get('p.prewrap').text()).toBe('旧的文字')
    expect(buttons[1]!.attributes('aria-pressed')).toBe('true')
    await buttons[2]!.trigger('click')
    expect(screen.get('p.prewrap').text()).toBe('新的文字')
  })

  it('says so where nothing was changed', () => {
    const screen = shown('一样', '一样')
    expect(screen.find('del, ins, button').exists()).toBe(false)
    expect(screen.get('p.prewrap').text()).toBe('一样')
  })
})
