require 'json'
require_relative "lib/tools"

module Shop
  TAX = 0.19
  class Cart < Base
    include Enumerable
    attr_reader :items, :owner
    before_action :load, only: [:show, :edit]

    def initialize(items = [], *rest, owner:, limit: 10, **options, &block)
      @items = items
      @@count ||= 0
      $total += 1
    end

    def self.open(path)
      File.open(path, 'r') { |f| f.read }
    rescue IOError, Errno::ENOENT => e
      puts "failed: #{e.message}"
      raise
    else
      1
    ensure
      close
    end

    def show(id) = items.fetch(id)

    def total(rate)
      sum = 0 # a comment
      @items.each do |item, (a, b)|
        next if item.nil?
        sum += item&.price * 2 ** 3 unless item.sold?
      end
      while sum > 10 && !done?
        sum -= 1
      end
      until sum.zero? do sum = sum.pred end
      for i in 1..10 do print i end
      if sum == 1
        a, *b = 1, 2
      elsif sum =~ /^x#{rate}$/i
        c = rate ? 'y' : 'n'
      else
        d = -> (x) { x + 1 }
      end
      case rate
      when 1, 2 then return sum
      when Float
        yield sum
      else
        break
      end
      case options
      in { name: String => name } then name
      in [Integer, *] then 1
      end
      h = { a: 1, 'b' => 2, :c => 3, **options }
      w = %w[a b] + %i[c d]
      out = `ls -l #{dir}`
      system("ls", "-l", dir)
      text = "a" "b"
      User.where("name = '#{params[:name]}'").first
      x = Integer(y) rescue 0
      begin
        work
      end while again
      alias old new
      defined?(foo) and not bar
      h[:a] = ::Foo::Bar.new(1, *rest, &blk)
      sum
    end

    private

    def load; end
  end
end
