// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/calls',
    name: 'calls',
    component: () => import('./calls_screen.vue'),
    meta: { title: 'calls.web.title', for: 'reads', closed: 'calls.web.closed_reads' },
  },
  {
    path: '/calls/new',
    name: 'new_call',
    component: () => import('./call_new_screen.vue'),
    meta: { title: 'calls.web.new', for: 'office', form: true },
  },
  {
    path: '/calls/:id',
    name: 'call',
    component: () => import('./call_screen.vue'),
    props: true,
    meta: { title: 'calls.web.call', for: 'reads', closed: 'calls.web.closed_reads' },
  },
  {
    path: '/calls/:id/edit',
    name: 'call_edit',
    component: () => import('./call_edit_screen.vue'),
    props: true,
    meta: { title: 'calls.web.edit', for: 'office', form: true },
  },
  {
    path: '/calls/:id/steps/:action',
    name: 'call_step',
    component: () => import('./call_step_screen.vue'),
    props: true,
    meta: { title: 'calls.web.step', for: 'office', form: true },
  },
  {
    path: '/calls/:id/suggest',
    name: 'suggest',
    component: () => import('./suggest_screen.vue'),
    props: true,
    meta: {
      title: 'calls.web.suggest',
      for: 'reads',
      closed: 'calls.web.closed_reads',
      form: true,
    },
  },
  {
    path: '/calls/:id/paper',
    name: 'suggestion_paper',
    component: () => import('./paper_screen.vue'),
    props: true,
    meta: { title: 'calls.web.paper', for: 'office', form: true },
  },
  {
    path: '/suggestions',
    name: 'suggestions',
    component: () => import('./pool_screen.vue'),
    meta: { title: 'calls.web.pool', for: 'reviews' },
  },
  {
    path: '/suggestions/own',
    name: 'own_suggestions',
    component: () => import('./own_suggestions_screen.vue'),
    meta: { title: 'calls.web.own' },
  },
  {
    path: '/suggestions/:id',
    name: 'suggestion',
    component: () => import('./suggestion_screen.vue'),
    props: true,
    meta: { title: 'calls.web.suggestion' },
  },
  {
    path: '/suggestions/:id/edit',
    name: 'suggestion_edit',
    component: () => import('./suggestion_edit_screen.vue'),
    props: true,
    meta: { title: 'calls.web.edit_suggestion', form: true },
  },
  {
    path: '/suggestions/:id/steps/:action',
    name: 'suggestion_step',
    component: () => import('./suggestion_step_screen.vue'),
    props: true,
    meta: { title: 'calls.web.step', form: true },
  },
  {
    path: '/c',
    name: 'public_code',
    component: () => import('./public_code_screen.vue'),
    meta: { title: 'calls.web.public', anonymous: true, form: true },
  },
  {
    path: '/c/:code',
    name: 'public_form',
    component: () => import('./public_form_screen.vue'),
    props: true,
    meta: { title: 'calls.web.public', anonymous: true, form: true },
  },
  {
    path: '/answer',
    name: 'public_answer',
    component: () => import('./public_answer_screen.vue'),
    meta: { title: 'calls.web.answer_title', anonymous: true, form: true },
  },
]
