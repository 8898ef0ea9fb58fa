// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { beforeEach, describe, expect, it, vi } from 'vitest'
import CheckField from '@/design/check_field.vue'
import ChoiceField from '@/design/choice_field.vue'
import { open, type Heard, type Reply } from '@/test_mount'
import { call } from './calls_fixture'

const person = { id: 'p7', name: '王芳', sector: { id: 'x', name: '教育界' }, apart: null }
const bodies = [
  { id: 'b1', name: '住建局', kind: 'department' },
  { id: 'b2', name: '教育界', kind: 'sector' },
  { id: 'b3', name: '民盟区委', kind: 'party_or_group' },
]
const asking = call({ constituencies: ['members', 'departments'] })
const reply = ({ method, path }: Heard): Reply => {
  if (method === 'POST')
    return { status: 201, body: { id: 's1', already_there: false, answer_code: 'AAAA-BBBB' } }
  if (path === '/api/people') return { body: { items: [person], next: null, total: 1 } }
  if (path === '/api/organisations') return { body: { items: bodies } }
  if (path === '/api/suggestions/similar') return { body: { items: [] } }
  return { body: path === '/api/calls/c1' ? asking : { unopened: 0 } }
}

type Opened = Awaited<ReturnType<typeof open>>
async function writing(): Promise<Opened> {
  const opened = await open('/calls/c1/paper', reply)
  const { screen } = opened
  await screen.find('form input[type=date]').setValue('2026-10-08')
  await field(opened, '题目').setValue('加装电梯')
  await field(opened, '问题').setValue('意见难统一')
  await field(opened, '理由').setValue('群众关心')
  return opened
}
function field({ screen }: Opened, label: string) {
  const found = screen.findAll('form label').find((one) => one.text().startsWith(label))!
  return screen.find(`[id="${found.attributes('for')}"]`)
}
const choiceOf = ({ screen }: Opened, label: string) =>
  screen.findAllComponents(ChoiceField).find((one) => one.props('label') === label)
const checks = ({ screen }: Opened) =>
  screen
    .findAllComponents(CheckField)
    .map((one) => [one.props('label'), one.props('modelValue')] as const)
async function sent({ screen, heard, settled }: Opened) {
  await screen.find('form').trigger('submit')
  await settled()
  return JSON.parse(heard.find(({ method }) => method === 'POST')!.body) as Record<string, unknown>
}

describe('a suggestion from paper', () => {
  beforeEach(() => sessionStorage.clear())

  it('of the public is looked up in no register', async () => {
    const of_public = call({ constituencies: ['members', 'public_'] })
    const opened = await open('/calls/c1/paper', (heard) =>
      heard.path === '/api/calls/c1' ? { body: of_public } : reply(heard),
    )
    const says_below = () => opened.screen.text().includes('请在下面选定')
    expect(says_below()).toBe(true)
    choiceOf(opened, '来源')!.vm.$emit('update:modelValue', 'public_')
    await opened.settled()
    expect(says_below()).toBe(false)
  })

  it('is of the person of the register who is chosen below his name', async () => {
    const opened = await writing()
    await field(opened, '提出人姓名').setValue('王')
    await opened.settled()
    expect(checks(opened)).toEqual([['名册中的王芳', false]])
    expect(opened.screen.text()).toContain('教育界')
    await opened.screen.find('.check-field input').setValue(true)
    await opened.settled()
    expect(checks(opened)).toEqual([['名册中的王芳', true]])
    expect(await sent(opened)).toMatchObject({ for_name: '王芳', for_id: 'p7', body_id: null })
  })

  it('keeps the name that was typed, and forgets who was chosen when it is typed anew', async () => {
    const opened = await writing()
    await field(opened, '提出人姓名').setValue('王')
    await opened.settled()
    await opened.screen.find('.check-field input').setValue(true)
    await field(opened, '提出人姓名').setValue('王芳芳')
    expect(await sent(opened)).toMatchObject({ for_name: '王芳芳', for_id: null })
  })

  it('is of a body that speaks for the constituency, or of a name', async () => {
    const opened = await writing()
    expect(choiceOf(opened, '名册中的单位')).toBeUndefined()
    choiceOf(opened, '来源')!.vm.$emit('update:modelValue', 'departments')
    await opened.settled()
    const choice = choiceOf(opened, '名册中的单位')!
    expect(choice.props('options').map((one) => one.value)).toEqual(['', 'b1'])
    await field(opened, '提出单位').setValue('某公司')
    choice.vm.$emit('update:modelValue', 'b1')
    await opened.settled()
    expect(await sent(opened)).toMatchObject({
      constituency: 'departments',
      for_body: '',
      body_id: 'b1',
    })
  })

  it('forgets the body when the constituency is another', async () => {
    const opened = await writing()
    const whom = choiceOf(opened, '来源')!
    whom.vm.$emit('update:modelValue', 'departments')
    await opened.settled()
    choiceOf(opened, '名册中的单位')!.vm.$emit('update:modelValue', 'b1')
    whom.vm.$emit('update:modelValue', 'members')
    await opened.settled()
    await opened.screen.find('form').trigger('submit')
    expect(opened.screen.find('.field-error').text()).toBe('请写提出人姓名或单位。')
    expect(opened.heard.some(({ method }) => method === 'POST')).toBe(false)
  })

  it('gives a receipt to print: title, code, where one asks', async () => {
    const opened = await writing()
    await field(opened, '提出人姓名').setValue('赵六')
    await sent(opened)
    const receipt = opened.screen.find('.printed')
    expect(receipt.find('.answer-code').text()).toBe('AAAA-BBBB')
    expect(receipt.text()).toContain('加装电梯')
    expect(receipt.text()).toContain(`${window.location.origin}/answer`)
    let printed = ''
    window.print = vi.fn(() => (printed = document.documentElement.className))
    await receipt.find('.not-printed button').trigger('click')
    expect(printed).toContain('prints-part')
  })
})
