module example.com/fieldmath

go 1.26
