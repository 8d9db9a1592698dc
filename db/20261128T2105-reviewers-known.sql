-- Whoever asks for reviews knows who may give them.
create policy editors_know_reviewers on exchange.role for select to homeward_exchange
  using (role = 'reviewer' and exchange.holds_any('editor'));
