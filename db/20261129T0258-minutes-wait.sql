-- Whoever keeps the minutes of a conference sees that they wait, also where somebody else asked.
create policy reads_minutes on exchange.publication for select to homeward_exchange
  using (subject_kind = 'minutes' and exists (select from exchange.session s
    where s.id = subject_id and exchange.holds(s.edition_id, 'organiser', 'moderator')));
