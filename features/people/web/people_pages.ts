// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/people',
    name: 'people',
    component: () => import('./people_screen.vue'),
    meta: { title: 'people.web.list.title', for: 'reads_people' },
  },
  {
    path: '/people/new',
    name: 'person_new',
    component: () => import('./person_new_screen.vue'),
    meta: { title: 'people.web.new.title', for: 'office', form: true },
  },
  {
    path: '/people/:id',
    name: 'person',
    component: () => import('./person_screen.vue'),
    props: true,
    meta: { title: 'people.web.person.title' },
  },
  {
    path: '/people/:id/edit',
    name: 'person_edit',
    component: () => import('./person_edit_screen.vue'),
    props: true,
    meta: { title: 'people.web.edit.title', for: 'office', form: true },
  },
  {
    path: '/people/:id/contacts',
    name: 'person_contacts',
    component: () => import('./contacts_screen.vue'),
    props: true,
    meta: { title: 'people.web.contacts.edit', form: true },
  },
  {
    path: '/people/:id/invite',
    name: 'person_invite',
    component: () => import('./invite_screen.vue'),
    props: true,
    meta: { title: 'people.web.invite.title', for: 'office', form: true },
  },
  {
    path: '/people/:id/memberships/:membership/move',
    name: 'membership_move',
    component: () => import('./membership_move_screen.vue'),
    props: true,
    meta: { title: 'people.web.move.title', for: 'office', form: true },
  },
  {
    path: '/people/:id/memberships/:membership/:action(confirm|suspend|reinstate|leave)',
    name: 'membership_step',
    component: () => import('./membership_step_screen.vue'),
    props: true,
    meta: { title: 'people.web.membership.step', for: 'office', form: true },
  },
  {
    path: '/people/:id/appoint',
    name: 'person_appoint',
    component: () => import('./appoint_screen.vue'),
    props: true,
    meta: { title: 'people.web.appoint.title', for: 'office', form: true },
  },
  {
    path: '/people/:id/tenures/:tenure/end',
    name: 'tenure_end',
    component: () => import('./tenure_end_screen.vue'),
    props: true,
    meta: { title: 'people.web.tenure.end', for: 'office', form: true },
  },
]
