-- ruleid: sql-weak-password-hash
UPDATE users SET secret = md5(new_password) WHERE id = 1;
-- ruleid: sql-weak-password-hash
SELECT id FROM users WHERE password = SHA1('x');
-- ruleid: sql-weak-password-hash
SELECT HASHBYTES('SHA1', @password);
-- ruleid: sql-weak-password-hash
SELECT digest(salt || password, 'sha1') FROM users;
-- ok: sql-weak-password-hash
SELECT md5(content) FROM files;
-- ok: sql-weak-password-hash
UPDATE users SET password_hash = crypt(:'password', gen_salt('bf', 12)) WHERE id = 1;
-- ok: sql-weak-password-hash
SELECT HASHBYTES('SHA2_256', @content);
