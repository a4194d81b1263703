import os

import MySQLdb
import psycopg2

# ruleid: python-empty-database-password
first = MySQLdb.connect(host="localhost", user="root", passwd="", db="shop")
# ruleid: python-empty-database-password
second = psycopg2.connect(host="db", user="shop", password="")
# ok: python-empty-database-password
third = psycopg2.connect(host="db", user="shop", password=os.environ["DB_PASSWORD"])
# ok: python-empty-database-password
fourth = psycopg2.connect("service=shop")
