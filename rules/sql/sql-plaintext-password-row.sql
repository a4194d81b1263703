-- ruleid: sql-plaintext-password-row
INSERT INTO users (name, password) VALUES ('admin', 'Tr0ub4dor-x');
-- ruleid: sql-plaintext-password-row
INSERT INTO shop.users (id, user_password, name)
VALUES (1, 'Tr0ub4dor-x', 'admin');
-- ok: sql-plaintext-password-row
INSERT INTO users (name, password) VALUES ('admin', '$2b$12$abcdefghijklmnopqrstuv');
-- ok: sql-plaintext-password-row
INSERT INTO users (name, password) VALUES (?, ?);
-- ok: sql-plaintext-password-row
INSERT INTO users (name, password) VALUES ('admin', crypt(:'pw', gen_salt('bf')));
-- ok: sql-plaintext-password-row
INSERT INTO users (name) VALUES ('admin');
