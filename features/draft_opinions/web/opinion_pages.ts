// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/opinion-requests',
    name: 'opinion_requests',
    component: () => import('./requests_screen.vue'),
    meta: { title: 'opinions.web.title' },
  },
  {
    path: '/plans/:id/opinion-requests/new',
    name: 'opinion_request_new',
    component: () => import('./request_new_screen.vue'),
    props: true,
    meta: { title: 'opinions.web.send', for: 'office', form: true },
  },
  {
    path: '/opinion-requests/:id',
    name: 'opinion_request',
    component: () => import('./request_screen.vue'),
    props: true,
    meta: { title: 'opinions.web.request' },
  },
  {
    path: '/opinion-requests/:id/say',
    name: 'opinion_say',
    component: () => import('./opinion_say_screen.vue'),
    props: (route) => ({
      id: route.params.id,
      part: String(route.query.part ?? ''),
      none: route.query.kind === 'none',
    }),
    meta: { title: 'opinions.web.say', form: true },
  },
  {
    path: '/opinion-requests/:id/paper',
    name: 'opinion_paper',
    component: () => import('./opinion_paper_screen.vue'),
    props: true,
    meta: { title: 'opinions.web.paper', for: 'office', form: true },
  },
  {
    path: '/opinion-requests/:id/steps/:action(add|extend|close|finish)',
    name: 'opinion_request_step',
    component: () => import('./request_step_screen.vue'),
    props: true,
    meta: { title: 'opinions.web.step', for: 'office', form: true },
  },
  {
    path: '/opinion-requests/:id/opinions/:opinion/edit',
    name: 'opinion_edit',
    component: () => import('./opinion_edit_screen.vue'),
    props: true,
    meta: { title: 'opinions.web.rewrite', form: true },
  },
  {
    path: '/opinion-requests/:id/opinions/:opinion/answer',
    name: 'opinion_answer',
    component: () => import('./opinion_answer_screen.vue'),
    props: true,
    meta: { title: 'opinions.web.answer', for: 'office', form: true },
  },
]
